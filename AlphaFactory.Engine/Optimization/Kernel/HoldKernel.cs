using System.Runtime.CompilerServices;
using AlphaFactory.Core.Costs.Commissions;
using AlphaFactory.Core.Costs.Slippages;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Optimization.Kernel;

/// <summary>
/// The fast path for strategies that are all in or flat, in fractions of shares and without stops: equity then moves with the price while a
/// position is held, so a trade of any length is a few reads from <see cref="SpanTables"/>.
/// </summary>
internal static class HoldKernel
{
    /// <summary>True when these rules put all there is into a position.</summary>
    public static bool Supports(SessionRules rules) =>
        rules is { Fractional: true, VolumeCapFraction: null, Exits.Any: false, Commission: PercentCommission, Slippage: PercentSlippage }
        && rules.SizeFraction * (1 + Fee(rules)) >= 1;

    /// <summary>Trades a column of bits.</summary>
    /// <param name="series">Daily bars of the period.</param>
    /// <param name="spans">Their tables.</param>
    /// <param name="rules">Rules that <see cref="Supports"/> accepts.</param>
    /// <param name="held">One bit per bar seen: long after its close.</param>
    /// <param name="history">Bars seen before the period.</param>
    /// <param name="changes">Scratch space, two more than there are bars.</param>
    /// <exception cref="ConservationException">The books do not add up: a fault of the kernel.</exception>
    public static KernelFigures Run(KernelSeries series, SpanTables spans, SessionRules rules, ReadOnlySpan<ulong> held, int history, Span<int> changes)
    {
        int count = BitChanges.Find(held, history, series.Count, changes);
        return rules.Fill switch
        {
            FillConvention.NextOpen => Trade<AtOpen>(series, spans, rules, changes[..count], 1),
            FillConvention.NextClose => Trade<AtClose>(series, spans, rules, changes[..count], 1),
            _ => Trade<AtClose>(series, spans, rules, changes[..count], 0),
        };
    }

    /// <param name="series">Daily bars of the period.</param>
    /// <param name="spans">Their tables.</param>
    /// <param name="rules">Costs and capital.</param>
    /// <param name="changes">Bars after whose close the wish changes: in, out, in, out …</param>
    /// <param name="delay">Bars from decision to fill.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static KernelFigures Trade<TFill>(KernelSeries series, SpanTables spans, SessionRules rules, ReadOnlySpan<int> changes, int delay)
        where TFill : struct, IFillPrice
    {
        int n = series.Count;
        double fee = Fee(rules), slip = ((PercentSlippage)rules.Slippage).Fraction;
        double buy = 1 / ((1 + slip) * (1 + fee)), sell = (1 - slip) * (1 - fee);
        double equity = 1, peak = 1, floor = 1, sum = 0, squares = 0, losses = 0;
        double bought = 0, sold = 0, profit = 0, loss = 0, share = 0, mark = 0, marked = 0;
        int trades = 0, wins = 0, losers = 0, bars = 0, open = 0;
        double[] prices = series.Close, fills = TFill.Prices(series), jumps = TFill.Returns(spans);
        var returns = spans.Returns;
        for (int i = 0; i < changes.Length; i += 2)
        {
            int entry = changes[i] + delay, exit = i + 1 < changes.Length ? Math.Min(changes[i + 1] + delay, n) : n;
            if (entry >= n)
            {
                break;
            }

            // Shares for one unit of equity, times the close of a day, is equity on that day over equity before the entry.
            double units = buy / fills[entry], first = units * prices[entry], change = first - 1;
            var through = spans.Between(entry, exit - 1);
            double scale = equity * units;
            (sum, squares, losses) = (sum + change, squares + (change * change), losses + Below(change));
            sum += returns[exit].Sum - returns[entry + 1].Sum;
            squares += returns[exit].Squares - returns[entry + 1].Squares;
            losses += returns[exit].LossSquares - returns[entry + 1].LossSquares;
            double low = scale * through.Low;
            if (low < floor * peak || through.Floor < floor)
            {
                floor = double.MinNative(floor, double.MinNative(through.Floor, low / peak));
            }

            peak = double.MaxNative(peak, scale * through.High);
            bought += equity;
            share += 1 / first;
            bars += exit - entry;
            if (exit == n)
            {
                mark = scale * prices[n - 1];
                (marked, equity, open) = (mark - equity, mark, 1);
                break;
            }

            double end = scale * fills[exit] * sell, made = end - equity;
            change = (jumps[exit] * sell) - 1;
            (sum, squares, losses) = (sum + change, squares + (change * change), losses + Below(change));
            sold += end;
            peak = double.MaxNative(peak, end);
            floor = double.MinNative(floor, end / peak);
            trades++;
            wins += made > 0 ? 1 : 0;
            losers += made < 0 ? 1 : 0;
            profit += double.MaxNative(made, 0);
            loss -= double.MinNative(made, 0);
            equity = end;
        }

        // All of equity goes into a position and all of it comes out again, so an open one counts as if it were sold for its mark.
        Check(rules, equity, bought, sold + mark, profit - loss + marked);
        double capital = rules.InitialCapital, entryValue = bought / (1 + fee), exitValue = sold / (1 - fee);
        return new KernelFigures
        {
            FinalEquity = capital * equity, Sum = sum, Squares = squares, LossSquares = losses, Floor = floor, HeldBars = bars,
            TradedShare = (share / (1 + fee)) + (trades / (1 - fee)),
            Trades = trades, Wins = wins, Losses = losers, OpenTrades = open, GrossProfit = capital * profit, GrossLoss = capital * loss,
            Commission = capital * ((entryValue + exitValue) * fee),
            Slippage = capital * slip * ((entryValue / (1 + slip)) + (exitValue / (1 - slip))),
        };
    }

    /// <summary>What was paid, received and won must lead from the first unit of equity to the last.</summary>
    private static void Check(SessionRules rules, double equity, double bought, double sold, double won)
    {
        double capital = 1 + sold - bought, total = 1 + won, scale = 1e-9 * Math.Max(1, Math.Max(bought, sold));
        if (!(Math.Abs(capital - equity) <= scale && Math.Abs(total - equity) <= scale))
        {
            throw new ConservationException(FormattableString.Invariant($"The books of the sweep kernel do not add up: equity is {rules.InitialCapital * equity:R}, but fills make {rules.InitialCapital * capital:R} and trades {rules.InitialCapital * total:R}. This is a fault of the kernel; run the set on the event engine and report both."));
        }
    }

    private static double Fee(SessionRules rules) => ((PercentCommission)rules.Commission).Fraction;

    private static double Below(double change)
    {
        double loss = double.MinNative(change, 0);
        return loss * loss;
    }

    private interface IFillPrice
    {
        static abstract double[] Prices(KernelSeries series);

        /// <summary>Price of a fill over the close of the day before.</summary>
        static abstract double[] Returns(SpanTables spans);
    }

    private readonly struct AtOpen : IFillPrice
    {
        public static double[] Prices(KernelSeries series) => series.Open;

        public static double[] Returns(SpanTables spans) => spans.ReturnsAtOpen;
    }

    private readonly struct AtClose : IFillPrice
    {
        public static double[] Prices(KernelSeries series) => series.Close;

        public static double[] Returns(SpanTables spans) => spans.ReturnsAtClose;
    }
}
