namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>Values of a strategy that were taken over from a study.</summary>
internal sealed class PromotedPresetRow
{
    public required string Id { get; set; }

    /// <summary>Id of the strategy without its version.</summary>
    public required string StrategyId { get; set; }
    public required string Name { get; set; }

    /// <summary>The run as <see cref="Runs.StoreJson"/> writes it.</summary>
    public required string Run { get; set; }

    /// <summary>The evidence, likewise.</summary>
    public required string Evidence { get; set; }
    public required string CreatedBy { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? DeletedAt { get; set; }
}
