using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Strategies;

namespace AlphaFactory.Web.Components.Charts;

/// <summary>What a strategy wants on each bar of a period, before money and costs come in: the same targets a run would trade.</summary>
/// <param name="Seen">Bars the strategy saw: history and period.</param>
/// <param name="History">Bars before the period.</param>
/// <param name="Target">Target after each bar of the period; NaN before the first opinion.</param>
/// <param name="Strength">Strength on the last bar; null when the strategy has none there.</param>
/// <param name="Parameters">The values it was computed with.</param>
public sealed record SignalPreview(BarSeries Seen, int History, double[] Target, double? Strength, StrategyParameters Parameters)
{
    /// <summary>The bars of the period.</summary>
    public BarSeries Bars { get; } = Seen.Slice(History, Seen.Count - History);

    /// <summary>The trades these targets ask for.</summary>
    public IReadOnlyList<SignalTrade> Trades { get; } = SignalTrade.Of(Target);

    /// <summary>Bars of the period without an opinion yet.</summary>
    public int WarmUpBars => Math.Clamp(Parameters.WarmUpBars - History, 0, Bars.Count);

    /// <summary>Share of the period's bars with a target other than 0.</summary>
    public double Exposure => Bars.Count == 0 ? 0 : (double)Target.Count(target => target != 0 && !double.IsNaN(target)) / Bars.Count;

    /// <summary>Reads the bars and lets the strategy decide on them.</summary>
    /// <returns>The preview, or why there is none in words.</returns>
    public static async Task<(SignalPreview? Preview, string Fault)> ReadAsync(SignalRequest request, IStrategyCatalog strategies, ISeriesReader series, CancellationToken cancellationToken)
    {
        var spec = request.Spec;
        if (RunStrategy.Find(strategies, spec, out string? unknown) is not { } strategy)
        {
            return (null, unknown!);
        }

        if (strategy.Parameters.Parse(spec.Parameters, out var faults) is not { } parameters)
        {
            return (null, string.Join(" ", faults));
        }

        var read = await series.ReadAsync(new SeriesRequest(spec.Symbol, spec.Interval, spec.Source, spec.Adjustment, null, spec.To), cancellationToken);
        if (read is not SeriesFound { Bars: var seen })
        {
            return (null, ((SeriesMissing)read).Message);
        }

        int period = seen.Between(spec.From, spec.To).Count;
        if (period == 0)
        {
            return (null, $"There are no bars of {spec.Symbol} from {Values.FigureText.Date(spec.From!.Value)} on; the last is of {Values.FigureText.Date(seen.DateAt(seen.Count - 1))}. Choose an earlier start.");
        }

        return (await Task.Run(() => Decide(strategy.Strategy, parameters, seen, seen.Count - period), cancellationToken), "");
    }

    private static SignalPreview Decide(IStrategy strategy, StrategyParameters parameters, BarSeries seen, int history)
    {
        double[] target = new double[seen.Count];
        strategy.Decide(seen, parameters, target);
        Opinions.Hold(target);
        double? strength = null;
        if (strategy is IStrengthStrategy rated)
        {
            double[] strengths = new double[seen.Count];
            rated.Rate(seen, parameters, strengths);
            strength = double.IsNaN(strengths[^1]) ? null : strengths[^1];
        }

        return new SignalPreview(seen, history, target[history..], strength, parameters);
    }
}
