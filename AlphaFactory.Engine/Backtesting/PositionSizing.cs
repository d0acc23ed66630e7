using AlphaFactory.Core.Sizing;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>What is known at the fill when a wanted exposure becomes a quantity.</summary>
/// <param name="Bar">0-based bar of the fill.</param>
/// <param name="Side">+1 long, -1 short.</param>
/// <param name="Wanted">Wanted exposure, above 0 and at most 1.</param>
/// <param name="Price">Price of the market.</param>
/// <param name="FillPrice">Price after slippage.</param>
/// <param name="Equity">Cash plus holdings at <paramref name="Price"/>.</param>
/// <param name="Cash">Cash, proceeds of a short position included.</param>
/// <param name="Held">Shares held on that side, 0 or more.</param>
/// <param name="StopDistance">Distance from base to first stop of the trade, in money a share; NaN without a stop.</param>
internal readonly record struct SizingContext(int Bar, int Side, double Wanted, double Price, double FillPrice, double Equity, double Cash, double Held, double StopDistance);

/// <summary>The one place where a wanted exposure becomes a quantity.</summary>
internal sealed class PositionSizing(SessionRules rules, TradeBook trades, List<RiskEvent> events)
{
    private int _refusedOn = -1;

    /// <summary>Shares to hold on that side after the fill, 0 or more; NaN when the sizing rule cannot say.</summary>
    public double Shares(in SizingContext at)
    {
        double share = rules.Sizing is { } sizing ? Share(sizing, at) : rules.SizeFraction;
        if (double.IsNaN(share))
        {
            return double.NaN;
        }

        double target = EquityFraction.Quantity(at.Wanted * share, at.Equity, at.FillPrice, rules.Commission, rules.Fractional);
        // What is already held is paid for; only the shares added must fit into what is left.
        double left = at.Side > 0 ? at.Cash : at.Equity - (at.Held * at.FillPrice);
        double affordable = at.Held + EquityFraction.Affordable(left, at.FillPrice, rules.Commission, rules.Fractional);
        return Math.Min(target, Math.Max(affordable, at.Held));
    }

    private double Share(SizingSetting sizing, in SizingContext at)
    {
        int decidedOn = rules.Fill == FillConvention.SameClose ? at.Bar : at.Bar - 1;
        var answer = sizing.Share(decidedOn, at.StopDistance / at.FillPrice, rules.SizeFraction, new ClosedReturns(trades, decidedOn));
        if (answer is SizingAnswer.Sized sized)
        {
            return sized.Share;
        }

        if (_refusedOn != at.Bar)
        {
            // The size may be asked for twice, when the price depends on the quantity.
            _refusedOn = at.Bar;
            events.Add(new RiskEvent { Bar = at.Bar, Rule = sizing.Rule.Id, Code = ((SizingAnswer.Unknown)answer).Code, Outcome = RiskOutcome.Refused, Wanted = at.Wanted });
        }

        return double.NaN;
    }
}
