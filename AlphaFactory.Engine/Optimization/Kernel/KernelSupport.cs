using AlphaFactory.Core.Exits;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Backtesting;

namespace AlphaFactory.Engine.Optimization.Kernel;

/// <summary>What the kernel can do. The event engine runs the rest.</summary>
internal static class KernelSupport
{
    /// <summary>Why the kernel cannot run a series, in words; null when it can.</summary>
    public static string? Refusal(BarSeries bars) =>
        bars.Actions.Count > 0 ? "dividends paid as cash and splits of raw prices" : bars.EndsDelisted ? "a delisting" : null;

    /// <summary>Why the kernel cannot run these rules, in words; null when it can.</summary>
    /// <remarks>A rule the kernel was not written for must not be passed over in silence: what it knows is copied, and anything left over refuses.</remarks>
    public static string? Refusal(SessionRules rules)
    {
        var exits = rules.Exits;
        var knownExits = new ExitRules
        {
            StopFraction = exits.StopFraction, StopAtr = exits.StopAtr, TrailingFraction = exits.TrailingFraction, TrailingAtr = exits.TrailingAtr,
            BreakEvenFraction = exits.BreakEvenFraction, TimeStopBars = exits.TimeStopBars, TakeProfitFraction = exits.TakeProfitFraction,
            TakeProfitR = exits.TakeProfitR, AtrLength = exits.AtrLength, StopsFrom = exits.StopsFrom, StopBase = exits.StopBase,
            BothTouched = exits.BothTouched, ReEntry = exits.ReEntry,
        };
        if (knownExits != exits)
        {
            return "an exit rule that the kernel does not know";
        }

        var known = new SessionRules
        {
            InitialCapital = rules.InitialCapital, Fill = rules.Fill, Commission = rules.Commission, Slippage = rules.Slippage, BorrowFraction = rules.BorrowFraction,
            VolumeCapFraction = rules.VolumeCapFraction, Exits = exits, SizeFraction = rules.SizeFraction, Fractional = rules.Fractional,
        };
        return known == rules ? null : "a rule of sizing or risk that the kernel does not know";
    }
}
