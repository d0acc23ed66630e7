using AlphaFactory.Core.Sizing;

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
internal sealed class PositionSizing(SessionRules rules)
{
    /// <summary>Shares to hold on that side after the fill, 0 or more.</summary>
    public double Shares(in SizingContext at)
    {
        double target = EquityFraction.Quantity(at.Wanted * rules.SizeFraction, at.Equity, at.FillPrice, rules.Commission, rules.Fractional);
        // What is already held is paid for; only the shares added must fit into what is left.
        double left = at.Side > 0 ? at.Cash : at.Equity - (at.Held * at.FillPrice);
        double affordable = at.Held + EquityFraction.Affordable(left, at.FillPrice, rules.Commission, rules.Fractional);
        return Math.Min(target, Math.Max(affordable, at.Held));
    }
}
