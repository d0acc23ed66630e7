using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators;

/// <summary>What an indicator says on the last bar of a series.</summary>
/// <param name="Setting">The indicator with its parameters.</param>
/// <param name="Values">The last value of each output; NaN where there is none.</param>
/// <param name="Reading">The values in words; null when one of them is missing.</param>
/// <param name="Reason">Why there is no reading; null when there is one.</param>
public sealed record IndicatorReading(IndicatorSetting Setting, IReadOnlyList<double> Values, Reading? Reading, string? Reason);
