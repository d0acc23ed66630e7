using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Sizing;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>The sizing rule of a run, with what it measured on the bars.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Measure">One value per bar of the period, empty when the rule measures nothing; null lets the session measure its own bars.</param>
public sealed record SizingSetting(SizingEntry Rule, SizingParameters Parameters, double[]? Measure)
{
    /// <summary>The setting a spec states, nothing measured yet; null sizes by a fixed fraction.</summary>
    public static SizingSetting? Of(RunSpec spec)
    {
        if (spec.Sizing is null or { Rule: FixedFraction.Id })
        {
            return null;
        }

        var entry = SizingRegistry.Shipped().Find(spec.Sizing.Rule)!;
        return new SizingSetting(entry, entry.Parameters.Parse(spec.Sizing.Parameters, out _)!, null);
    }

    /// <summary>The setting with what the rule measures on bars.</summary>
    /// <param name="seen">Bars of the period and of the history before it.</param>
    /// <param name="history">Bars before the period.</param>
    public SizingSetting MeasuredOn(BarSeries seen, int history)
    {
        double[] measure = Rule.Rule.Measure(seen, Parameters);
        return this with { Measure = measure.Length == 0 ? measure : measure[history..] };
    }

    /// <summary>The share of equity for an entry decided on a bar.</summary>
    /// <param name="decidedOn">Bar of the decision.</param>
    /// <param name="stopDistance">Distance of the first stop as a fraction of the entry price; NaN without one.</param>
    /// <param name="largest">Largest share.</param>
    /// <param name="tradeReturns">Returns of the trades closed by then.</param>
    public SizingAnswer Share(int decidedOn, double stopDistance, double largest, IReadOnlyList<double> tradeReturns) => Rule.Rule.Size(
        new SizingFacts { Measure = Measure is { } column && decidedOn >= 0 && decidedOn < column.Length ? column[decidedOn] : double.NaN, StopDistance = stopDistance, Largest = largest, TradeReturns = tradeReturns },
        Parameters);
}
