using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Strategies;

namespace AlphaFactory.Core.Rules.Answering;

/// <summary>What conditions are answered from.</summary>
/// <param name="bars">The bars.</param>
/// <param name="columns">The columns of the rules on them.</param>
/// <param name="values">Values of the parameters.</param>
internal readonly ref struct RuleInput(BarSeries bars, StrategyColumns columns, ReadOnlySpan<double> values)
{
    /// <summary>The bars.</summary>
    public BarSeries Bars { get; } = bars;

    /// <summary>The columns of the rules on them.</summary>
    public StrategyColumns Columns { get; } = columns;

    /// <summary>Values of the parameters.</summary>
    public ReadOnlySpan<double> Values { get; } = values;
}
