namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>One past or announced earnings date of a symbol.</summary>
internal sealed class EarningsRow
{
    public int SymbolId { get; set; }
    public SymbolRow? Symbol { get; set; }
    public DateOnly Date { get; set; }
    public required string Source { get; set; }

    /// <summary><c>before-open</c>, <c>after-close</c> or null when unknown.</summary>
    public string? Session { get; set; }
    public double? EpsEstimate { get; set; }
    public double? EpsActual { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }
}
