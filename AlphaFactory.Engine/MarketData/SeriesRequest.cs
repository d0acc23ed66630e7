using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.MarketData;

/// <summary>Which bars are wanted, and how they are to be adjusted.</summary>
/// <param name="Symbol">Ticker, any case.</param>
/// <param name="Interval">Length of one bar.</param>
/// <param name="Source">Id of the source; null takes the one whose last bar is newest.</param>
/// <param name="Adjustment">What is to be done to the raw prices.</param>
/// <param name="From">First trading day; null is the first stored.</param>
/// <param name="To">Last trading day; null is the last stored.</param>
public sealed record SeriesRequest(string Symbol, BarInterval Interval, string? Source = null, PriceAdjustment Adjustment = PriceAdjustment.Split, DateOnly? From = null, DateOnly? To = null);
