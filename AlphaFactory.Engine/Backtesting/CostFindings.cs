using AlphaFactory.Core.Costs.Commissions;
using AlphaFactory.Core.Costs.Slippages;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>What costs, volume and corporate actions do to the run.</summary>
internal static class CostFindings
{
    public static Finding? CutByVolume(RunEvidence run) => run.Outcome.OrdersCutByVolume == 0 ? null : new(
        "cut-by-volume", "unsure", $"{FigureText.Count(run.Outcome.OrdersCutByVolume, "order")} cut by volume",
        $"They asked for more than {FigureText.Percent(run.Spec.VolumeCapFraction ?? 0, 1)} of the bar's volume; the rest was dropped.", "Lower the capital, or trade what more people trade.");

    public static Finding? LargeOrders(RunEvidence run) => run.Outcome.LargeOrders == 0 || !HasVolume(run.Bars) ? null : new(
        "large-orders", "unsure", $"{FigureText.Count(run.Outcome.LargeOrders, "order")} above {FigureText.Percent(OrderGate.LargeShare, 0)} of the volume",
        "An order as large as that moves the price, and some of it would not have been filled.", "Cap entries at a share of the volume, or take slippage by the share of the volume.");

    public static Finding? DividendsLeftOut(RunEvidence run)
    {
        double missed = 0;
        for (int bar = 1, next = 0; bar < run.Bars.Count; bar++)
        {
            for (; next < run.Bars.DividendsLeftOut.Count && run.Bars.DividendsLeftOut[next].Time <= run.Bars.Times[bar]; next++)
            {
                missed += run.Bars.DividendsLeftOut[next].Time == run.Bars.Times[bar] ? run.Outcome.Position[bar - 1] * run.Bars.DividendsLeftOut[next].Dividend : 0;
            }
        }

        return Math.Abs(missed) < 0.001 * run.Performance.InitialCapital ? null : new Finding(
            "dividends-left-out", "info", $"{FigureText.SignedMoney(missed)} of dividends left out", "Prices are adjusted for splits alone, so dividends of the shares held are in neither the run nor buy and hold.", "Run it on prices as traded, or on prices adjusted for dividends.");
    }

    public static Finding? CostsCountShares(RunEvidence run)
    {
        bool counts = run.Spec.Commission is not (PercentCommission or NoCommission) || run.Spec.Slippage is HalfSpreadSlippage;
        return !counts || run.Bars.Identity.Adjustment == PriceAdjustment.Raw || !run.Bars.IsRescaled ? null : new(
            "costs-count-shares", "unsure", "Costs count shares, prices are adjusted", "Adjusted prices make old shares cheaper and more numerous than they were, so costs by share or tick come out too high.", "Run it on prices as traded, or take costs in per cent.");
    }

    private static bool HasVolume(BarSeries bars) => bars.Volume.ContainsAnyExcept(0);
}
