using System.Globalization;
using AlphaFactory.Engine.Alerts;
using AlphaFactory.Engine.Persistence.Entities;
using AlphaFactory.Engine.Persistence.Runs;

namespace AlphaFactory.Engine.Persistence.Alerts;

/// <summary>Rows as records.</summary>
internal static class AlertRows
{
    public static AlertRule Read(AlertRuleRow row) => new()
    {
        Id = row.Id,
        Name = row.Name,
        Kind = row.Kind,
        Parameters = StoreJson.Read<Dictionary<string, string>>(row.Parameters),
        Deployment = row.Deployment,
        Least = Enum.Parse<AlertSeverity>(row.Least),
        As = row.ToldAs is null ? null : Enum.Parse<AlertSeverity>(row.ToldAs),
        Channels = StoreJson.Read<List<string>>(row.Channels),
        RepeatMinutes = row.RepeatMinutes,
        IsOn = row.IsOn,
        Version = row.Version,
        Since = row.Since,
        By = row.ChangedBy,
    };

    public static AlertChannel Read(AlertChannelRow row) => new()
    {
        Id = row.Id,
        Name = row.Name,
        Kind = row.Kind,
        Settings = StoreJson.Read<Dictionary<string, string>>(row.Settings),
        Quiet = ReadQuiet(row.Quiet),
        PerHour = row.PerHour,
        Fallback = row.Fallback,
        IsOn = row.IsOn,
        Version = row.Version,
        By = row.ChangedBy,
    };

    public static Alert Read(AlertRow row) => new(row.Id, row.RuleId, row.Rule, (AlertSeverity)row.Severity, row.Title, row.Text, row.At)
    {
        Count = row.Count,
        LastAt = row.LastAt,
        Deployment = row.Deployment,
        Link = row.Link,
        SeenAt = row.SeenAt,
        SeenBy = row.SeenBy,
    };

    public static Delivery Read(AlertDeliveryRow row) => new()
    {
        Id = row.Id,
        Kind = row.Kind,
        AlertId = row.AlertId,
        ChannelId = row.ChannelId,
        Channel = row.Channel,
        Severity = (AlertSeverity)row.Severity,
        Title = row.Title,
        Text = row.Text,
        Link = row.Link,
        State = row.State,
        CreatedAt = row.CreatedAt,
        DueAt = row.DueAt,
        Attempts = row.Attempts,
        MayRepeat = row.MayRepeat,
        InsteadOf = row.InsteadOf,
        EndedAt = row.EndedAt,
        Note = row.Note,
    };

    public static AlertDeliveryRow NewDelivery(AlertChannelRow channel, DeliveryKind kind, AlertSeverity severity, string title, string text, DateTimeOffset now) => new()
    {
        Id = Guid.NewGuid().ToString("N"),
        Kind = kind,
        ChannelId = channel.Id,
        Channel = channel.Name,
        Severity = (int)severity,
        Title = title,
        Text = text,
        State = DeliveryState.Waiting,
        CreatedAt = now,
        DueAt = now,
    };

    /// <summary>Written as <c>22:00-07:00 Europe/Berlin</c>.</summary>
    public static string? Write(QuietHours? quiet) => quiet is null ? null : string.Create(CultureInfo.InvariantCulture, $"{quiet.From:HH\\:mm}-{quiet.To:HH\\:mm} {quiet.Zone}");

    private static QuietHours? ReadQuiet(string? text) => text is null ? null
        : new QuietHours(TimeOnly.ParseExact(text[..5], "HH:mm", CultureInfo.InvariantCulture), TimeOnly.ParseExact(text[6..11], "HH:mm", CultureInfo.InvariantCulture), text[12..]);
}
