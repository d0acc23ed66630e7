namespace AlphaFactory.Engine.Studies;

/// <summary>How long a study was worked on. The time in which no worker was there says nothing about its rate.</summary>
internal static class WorkTime
{
    /// <summary>The time that at least one of some stretches covers.</summary>
    public static TimeSpan Of(IEnumerable<(DateTimeOffset From, DateTimeOffset To)> stretches)
    {
        var (worked, until) = (TimeSpan.Zero, DateTimeOffset.MinValue);
        foreach (var (from, to) in stretches.OrderBy(stretch => stretch.From))
        {
            var counted = from > until ? from : until;
            if (to > counted)
            {
                (worked, until) = (worked + (to - counted), to);
            }
        }

        return worked;
    }
}
