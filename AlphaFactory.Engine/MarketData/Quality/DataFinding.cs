namespace AlphaFactory.Engine.MarketData.Quality;

/// <summary>Something a user should know about a series. It does not stop an import or a run.</summary>
/// <param name="Code">Stable id of the kind.</param>
/// <param name="Text">What was found, how often and where first.</param>
/// <param name="Remedy">What can be done; empty when nothing need be.</param>
/// <param name="Count">How often.</param>
/// <param name="First">Trading day of the first occurrence; null when it concerns the whole series.</param>
public sealed record DataFinding(string Code, string Text, string Remedy, long Count, DateOnly? First);
