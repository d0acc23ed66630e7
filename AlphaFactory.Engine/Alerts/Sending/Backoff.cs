namespace AlphaFactory.Engine.Alerts.Sending;

/// <summary>How long to wait before the next attempt: longer each time, an hour at most, and never shorter than the other side asked for.</summary>
internal static class Backoff
{
    private static readonly TimeSpan[] s_waits =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(45), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1),
    ];

    private static readonly TimeSpan s_longest = TimeSpan.FromDays(1);

    /// <summary>The wait after so many attempts.</summary>
    /// <param name="attempts">Attempts so far, at least 1.</param>
    /// <param name="asked">How long the other side asked to be left alone; a day at most is believed.</param>
    public static TimeSpan After(int attempts, TimeSpan? asked)
    {
        var own = s_waits[Math.Min(attempts, s_waits.Length) - 1];
        var wait = asked is { } given && given > own ? given : own;
        return wait < s_longest ? wait : s_longest;
    }
}
