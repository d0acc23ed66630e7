using AlphaFactory.Core.Costs.Commissions;
using AlphaFactory.Core.Costs.Slippages;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Tests.Engine.Backtesting;

internal static class TestRuns
{
    public static Backtester Backtester { get; } = new(StrategyRegistry.Shipped(), StatisticRegistry.Shipped());

    public static RunSpec Crossover { get; } = new() { Strategy = "sma-crossover", Symbol = "SYNTH", Slippage = new PercentSlippage { Fraction = 0 } };

    public static BacktestResult Run(RunSpec spec, BarSeries bars, int trials = 1) =>
        Backtester.Run(spec, bars, trials, null, CancellationToken.None);

    public static SessionRules Rules(FillConvention fill = FillConvention.NextOpen, double commission = 0, double slippage = 0, double size = 1, bool fractional = false, double capital = 100_000) =>
        new()
        {
            InitialCapital = capital,
            Fill = fill,
            Commission = new PercentCommission { Fraction = commission },
            Slippage = new PercentSlippage { Fraction = slippage },
            SizeFraction = size,
            Fractional = fractional,
        };

    public static SessionOutcome Trade(BarSeries bars, SessionRules rules, params double[] target) =>
        new TradingSession(bars, rules).Run(target, null, CancellationToken.None);
}
