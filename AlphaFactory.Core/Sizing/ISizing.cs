using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Sizing;

/// <summary>
/// How large a position is, as a pure function of what is known when the order is decided. The same object sizes in a backtest, on paper
/// and live, so it may not know the time, keep state between calls or read a bar after the one that decided.
/// </summary>
public interface ISizing
{
    /// <summary>Every reason it can give for having no size; empty when it always has one.</summary>
    IReadOnlyList<RuleCode> Codes { get; }

    /// <summary>What the rule measures on the bars, computed once for a run.</summary>
    /// <param name="bars">Closed bars, oldest first.</param>
    /// <param name="parameters">An instance of the record the rule was registered with.</param>
    /// <returns>One value per bar that depends on that bar and earlier ones only, NaN where there is none; empty when the rule measures nothing.</returns>
    double[] Measure(BarSeries bars, SizingParameters parameters);

    /// <summary>The share of equity a position may take.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="parameters">An instance of the record the rule was registered with.</param>
    SizingAnswer Size(in SizingFacts facts, SizingParameters parameters);
}
