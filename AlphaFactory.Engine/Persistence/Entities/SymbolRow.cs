namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>One instrument, whatever sources its bars come from.</summary>
internal sealed class SymbolRow
{
    public int Id { get; set; }
    public required string Ticker { get; set; }
    public string? Name { get; set; }
    public string? Sector { get; set; }
    public DateOnly? DelistedOn { get; set; }
    public List<SeriesRow> Series { get; } = [];
}
