using AlphaFactory.Core.Indicators;

namespace AlphaFactory.Core.Rules;

/// <summary>One side of a comparison.</summary>
public abstract record Operand
{
    private protected Operand()
    {
    }
}

/// <summary>A number that is the same on every bar.</summary>
/// <param name="Number">The number.</param>
public sealed record NumberOperand(RuleNumber Number) : Operand;

/// <summary>A value of the bar or of an indicator, now or some bars ago, as it is or multiplied.</summary>
/// <param name="Series">The column.</param>
/// <param name="Ago">Bars ago; null for the bar itself.</param>
/// <param name="Factor">What it is multiplied by; null for once.</param>
public sealed record SeriesOperand(RuleSeries Series, RuleNumber? Ago = null, RuleNumber? Factor = null) : Operand;

/// <summary>A column of values, one a bar.</summary>
public abstract record RuleSeries
{
    private protected RuleSeries()
    {
    }
}

/// <summary>A column of the bar.</summary>
/// <param name="Field">Open, high, low, close or volume.</param>
public sealed record PriceSeries(PriceField Field) : RuleSeries;

/// <summary>An output of an indicator.</summary>
/// <param name="Name">Its name in the language, see <see cref="SeriesVocabulary"/>.</param>
/// <param name="Arguments">A value for every parameter, in the order of their declaration.</param>
public sealed record IndicatorSeries(string Name, Sequence<RuleValue> Arguments) : RuleSeries;
