namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>One fact about this installation, such as that its owner exists.</summary>
internal sealed class AppSettingRow
{
    public required string Key { get; set; }
    public required string Value { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }
}
