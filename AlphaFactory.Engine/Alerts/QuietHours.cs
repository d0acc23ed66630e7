namespace AlphaFactory.Engine.Alerts;

/// <summary>A stretch of every day by the clocks of a time zone; it may go over midnight.</summary>
/// <param name="From">Begins.</param>
/// <param name="To">Ends; the same as <paramref name="From"/> is a whole day.</param>
/// <param name="Zone">IANA id of the time zone, such as <c>Europe/Berlin</c>.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To, string Zone)
{
    /// <summary>What is wrong with a time zone, or null.</summary>
    public static string? ZoneFault(string zone) => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? null
        : $"The time zone is \"{zone}\", which this machine does not know. Give an IANA id such as Europe/Berlin or America/New_York.";

    /// <summary>When the quiet at <paramref name="now"/> ends; null when it is not quiet.</summary>
    public DateTimeOffset? EndAfter(DateTimeOffset now)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Zone);
        var local = TimeZoneInfo.ConvertTime(now, zone);
        var time = TimeOnly.FromDateTime(local.DateTime);
        bool overnight = To <= From;
        bool quiet = overnight ? time >= From || time < To : time >= From && time < To;
        if (!quiet)
        {
            return null;
        }

        var day = DateOnly.FromDateTime(local.DateTime);
        var end = (overnight && time >= From ? day.AddDays(1) : day).ToDateTime(To);

        // A time the clocks skip in spring: the quiet ends when they have jumped.
        end = zone.IsInvalidTime(end) ? end.AddHours(1) : end;
        var instant = new DateTimeOffset(end, zone.GetUtcOffset(end)).ToUniversalTime();

        // A time the clocks show twice in autumn may lie behind; the second time counts then.
        return instant > now ? instant : instant.AddHours(1);
    }
}
