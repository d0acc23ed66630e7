using AlphaFactory.Core.Indicators.Volatility;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>
/// The event engine: goes through the bars once, oldest first. On each bar it fills what was decided before, watches stops and targets, takes the new
/// decision at the close, and checks the books. Every run starts anew; sessions may run side by side.
/// </summary>
public sealed class TradingSession
{
    private const int BarsPerReport = 500;

    private readonly BarSeries _bars;
    private readonly SessionRules _rules;
    private readonly double[] _atr;

    /// <summary>A session over bars.</summary>
    /// <param name="bars">Bars of the period.</param>
    /// <param name="rules">Fills, costs, sizing, exits.</param>
    /// <param name="atr">Average true range of each bar when the exits need it, NaN where there is none yet; null computes it from these bars.</param>
    /// <exception cref="ArgumentException">The average true range has not one value a bar.</exception>
    public TradingSession(BarSeries bars, SessionRules rules, double[]? atr = null)
    {
        (_bars, _rules) = (bars, rules.Sizing is { Measure: null } sizing ? rules with { Sizing = sizing.MeasuredOn(bars, 0) } : rules);
        _atr = !rules.Exits.NeedsAtr ? [] : atr ?? AverageTrueRange(bars, rules.Exits.AtrLength);
        if (rules.Exits.NeedsAtr && _atr.Length != bars.Count)
        {
            throw new ArgumentException($"There are {_atr.Length} average true ranges for {bars.Count} bars. Give one for each.", nameof(atr));
        }
    }

    /// <summary>Wilder's average true range as the exits use it.</summary>
    /// <param name="bars">The bars.</param>
    /// <param name="length">Bars in the average.</param>
    /// <returns>One value a bar; NaN before there are enough.</returns>
    public static double[] AverageTrueRange(BarSeries bars, int length)
    {
        double[] range = new double[bars.Count];
        range.AsSpan().Fill(double.NaN);
        if (bars.Count > length)
        {
            Atr.Compute(bars.High, bars.Low, bars.Close, length, range);
        }

        return range;
    }

    /// <summary>Trades a column of targets.</summary>
    /// <param name="target">Wanted exposure after the close of each bar; NaN keeps what is held.</param>
    /// <param name="progress">Told the bars done; may be null.</param>
    /// <param name="cancellationToken">Stops between blocks of bars.</param>
    /// <exception cref="ConservationException">The books do not add up: a fault of the engine.</exception>
    public SessionOutcome Run(ReadOnlySpan<double> target, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var walk = new BarWalk(_bars, _rules, _atr);
        for (int start = 0; start < _bars.Count; start += BarsPerReport)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int end = Math.Min(_bars.Count, start + BarsPerReport);
            walk.Advance(target, start, end);
            progress?.Report(end);
        }

        return walk.Finish();
    }
}
