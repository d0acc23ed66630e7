namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>One setting of one user.</summary>
internal sealed class UserSettingRow
{
    public required string UserId { get; set; }
    public required string Key { get; set; }
    public required string Value { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }
}
