namespace AlphaFactory.Core.Indicators.Levels;

/// <summary>Tells which stretch of time a bar belongs to.</summary>
internal static class Sessions
{
    private const long MillisecondsPerDay = 86_400_000, MillisecondsPerHour = 3_600_000;
    private const int DayOfEpoch = 719_162, MondayBeforeEpoch = 3;

    /// <summary>A number that is the same for two bars of the same stretch and differs for bars of two.</summary>
    /// <param name="time">Unix milliseconds UTC.</param>
    /// <param name="kind">The stretch.</param>
    /// <remarks>
    /// A day changes at 05:00 UTC, midnight in New York in winter and 01:00 in summer: between the end of after-hours trading and the start of
    /// pre-market all year. A bar of midnight UTC is a daily bar and carries its own trading day.
    /// </remarks>
    public static int Of(long time, SessionKind kind)
    {
        long shifted = time % MillisecondsPerDay == 0 ? time : time - (5 * MillisecondsPerHour);
        int day = (int)Math.Floor((double)shifted / MillisecondsPerDay);
        if (kind == SessionKind.Day)
        {
            return day;
        }

        if (kind == SessionKind.Week)
        {
            return (int)Math.Floor((day + MondayBeforeEpoch) / 7.0);
        }

        var date = DateOnly.FromDayNumber(day + DayOfEpoch);
        return kind == SessionKind.Month ? (date.Year * 12) + date.Month : date.Year;
    }
}
