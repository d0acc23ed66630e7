using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.MarketData.Csv;

/// <summary>What a file is to be read as.</summary>
/// <param name="Symbol">Symbol of the bars; in a file with a symbol column only its lines are taken. Null takes the one symbol the column holds.</param>
/// <param name="Interval">Length of one bar; null tells it from the times.</param>
/// <param name="Mapping">What was decided by hand.</param>
/// <param name="MaximumRows">More bars than this are refused.</param>
public sealed record CsvReadRequest(string? Symbol, BarInterval? Interval, CsvMapping Mapping, int MaximumRows = 5_000_000);
