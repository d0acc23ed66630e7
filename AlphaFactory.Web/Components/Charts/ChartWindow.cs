namespace AlphaFactory.Web.Components.Charts;

/// <summary>The part of a chart that is on screen, and how many points it can show.</summary>
/// <param name="From">First instant, Unix milliseconds UTC.</param>
/// <param name="To">Last instant, Unix milliseconds UTC.</param>
/// <param name="Points">Points wanted at most.</param>
public sealed record ChartWindow(long From, long To, int Points)
{
    public const int DefaultPoints = 4000;
    private const int Fewest = 100;
    private const int Most = 100_000;

    /// <summary>Everything, at the default resolution.</summary>
    public static ChartWindow Whole { get; } = new(long.MinValue, long.MaxValue, DefaultPoints);

    /// <summary>Reads the query of a chart; a null answer comes with the fault in words.</summary>
    public static ChartWindow? Read(long? from, long? to, int? points, out string fault)
    {
        var window = new ChartWindow(from ?? long.MinValue, to ?? long.MaxValue, points ?? DefaultPoints);
        fault = window.Points is < Fewest or > Most ? $"points is {window.Points} but must be {Fewest} to {Most}; leave it out for {DefaultPoints}."
            : window.From > window.To ? $"from is {window.From} but must not be after to, {window.To}. Swap them."
            : "";
        return fault.Length == 0 ? window : null;
    }

    /// <summary>Rows inside the window plus one on either side, so that a line reaches the edge of the screen.</summary>
    public (int Start, int Count) RowsOf(ReadOnlySpan<long> times)
    {
        int first = times.BinarySearch(From), last = times.BinarySearch(To);
        int start = Math.Max(0, (first < 0 ? ~first : first) - 1);
        int end = Math.Min(times.Length, (last < 0 ? ~last : last + 1) + 1);
        return (start, Math.Max(0, end - start));
    }
}
