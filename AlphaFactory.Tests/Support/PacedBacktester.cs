using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Tests.Support;

/// <summary>Buy and hold without costs, as slow as a test wants it: a backtest whose figures can be worked out by hand.</summary>
internal sealed class PacedBacktester(TimeSpan perThousandBars) : IBacktester
{
    /// <summary>A pace at which a run of a thousand bars and more does not end within a test.</summary>
    public static readonly TimeSpan Endless = TimeSpan.FromHours(1);

    /// <summary>A run with this seed ends in an unexpected exception.</summary>
    public const int BreakingSeed = 13;

    private int _runs;

    /// <summary>How often it was called.</summary>
    public int Runs => Volatile.Read(ref _runs);

    public BacktestResult Run(RunSpec spec, BarSeries bars, int trials, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _runs);
        if (spec.Seed == BreakingSeed)
        {
            throw new InvalidOperationException("This seed breaks it.");
        }

        double shares = spec.InitialCapital / bars.Close[0];
        double[] equity = new double[bars.Count], position = new double[bars.Count];
        for (int i = 0; i < bars.Count; i++)
        {
            if (i % 1000 == 999)
            {
                cancellationToken.WaitHandle.WaitOne(perThousandBars);
            }

            cancellationToken.ThrowIfCancellationRequested();
            (equity[i], position[i]) = (shares * bars.Close[i], shares);
            progress?.Report(i + 1);
        }

        return Result(spec, bars, equity, position, trials);
    }

    private static BacktestResult Result(RunSpec spec, BarSeries bars, double[] equity, double[] position, int trials) => new()
    {
        Spec = spec,
        Series = bars.Identity,
        Fingerprint = $"paced-{bars.Count}",
        DataHash = "none",
        Engine = "event",
        WarmUpBars = 0,
        Metrics = new Dictionary<string, double?> { ["final_equity"] = equity[^1], ["sharpe"] = null, ["trades"] = 1 },
        Reasons = new Dictionary<string, string> { ["sharpe"] = "It is not computed here." },
        Intervals = new Dictionary<string, Interval> { ["total_return"] = new(-0.1, 0.2) },
        BenchmarkMetrics = new Dictionary<string, double?> { ["final_equity"] = equity[^1] },
        Verdict = new Verdict("not-yet", "Not yet evidence", $"One trade after {trials} tries says nothing.", [new VerdictQuestion("data", "Enough data?", "fail", "1 of 50 trades")]),
        Findings = [new Finding("one-trade", "unsure", "One trade", "It holds for ever.", "Trade more.")],
        Trades =
        [
            new Trade
            {
                Symbol = spec.Symbol, Side = 1, EntryBar = 0, EntryTime = bars.TimeAt(0), EntryPrice = bars.Close[0], Quantity = position[0], ExitBar = bars.Count - 1,
                ExitTime = bars.TimeAt(bars.Count - 1), ExitPrice = bars.Close[bars.Count - 1], ExitReason = "open", ProfitAndLoss = equity[^1] - spec.InitialCapital,
                Return = (equity[^1] / spec.InitialCapital) - 1, Commission = 0, Slippage = 0, Dividends = 1.5, Borrow = 0.25, FirstStop = 95, RMultiple = 1.75, MaximumAdverseExcursion = -0.1, MaximumFavourableExcursion = 0.1,
            },
        ],
        Times = [.. bars.Times],
        Equity = equity,
        BenchmarkEquity = [.. equity],
        Position = position,
    };
}
