namespace AlphaFactory.Core.Prices;

/// <summary>What a series is: enough to say under any chart where its numbers come from.</summary>
/// <param name="Symbol">Ticker, upper case.</param>
/// <param name="Interval">Length of one bar.</param>
/// <param name="Source">Id of the provider or <c>csv</c>, <c>demo</c>.</param>
/// <param name="Adjustment">What was done to the raw prices.</param>
/// <param name="IsSynthetic">True for generated bars; every view of them is badged.</param>
public sealed record SeriesIdentity(string Symbol, BarInterval Interval, string Source, PriceAdjustment Adjustment, bool IsSynthetic)
{
    /// <summary>Last trading day of a share that was taken off its exchange; null while it is listed.</summary>
    public DateOnly? DelistedOn { get; init; }
}
