using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Statistics.Association;

namespace AlphaFactory.Engine.Correlation;

/// <summary>What came of a <see cref="CorrelationRequest"/>: <see cref="CorrelationResult"/> or <see cref="CorrelationRefused"/>.</summary>
public abstract record CorrelationOutcome
{
    private protected CorrelationOutcome()
    {
    }
}

/// <summary>There is nothing to compute.</summary>
/// <param name="Message">Why, and what to do.</param>
public sealed record CorrelationRefused(string Message) : CorrelationOutcome;

/// <summary>The figures.</summary>
/// <param name="Columns">The indicators.</param>
/// <param name="Matrix">Their correlations.</param>
/// <param name="Information">What each foretells.</param>
/// <param name="Symbols">Symbols with bars in the period.</param>
/// <param name="Days">Different bar times among them.</param>
/// <param name="First">First of them.</param>
/// <param name="Last">Last of them.</param>
/// <param name="IsSynthetic">True when any of the series is generated.</param>
public sealed record CorrelationResult(
    IReadOnlyList<ValueColumn> Columns, CorrelationMatrix Matrix, IReadOnlyList<ColumnInformation> Information, int Symbols, int Days, DateTimeOffset First, DateTimeOffset Last, bool IsSynthetic) : CorrelationOutcome;

/// <summary>How well an indicator orders symbols by what they earn next.</summary>
/// <param name="Column">The indicator.</param>
/// <param name="Horizons">One summary a horizon, in the order of <see cref="CorrelationStudy.Horizons"/>.</param>
public sealed record ColumnInformation(ValueColumn Column, IReadOnlyList<InformationSummary> Horizons);
