using AlphaFactory.Core.Costs;
using AlphaFactory.Core.Costs.Commissions;
using AlphaFactory.Core.Costs.Slippages;

namespace AlphaFactory.Tests.Engine.Backtesting.Naive;

/// <summary>Costs written a second time, from their words.</summary>
internal static class NaiveCosts
{
    public static double Commission(CommissionModel model, double shares, double price) => model switch
    {
        PercentCommission percent => shares * price * percent.Fraction,
        PerShareCommission own => Stepped(shares, price, own.PerShare, own.Minimum, own.LargestFraction),
        IbFixedCommission => Stepped(shares, price, 0.005, 1, 0.01),
        IbTieredCommission => Stepped(shares, price, 0.0035, 0.35, 0.01),
        NoCommission => 0,
        _ => throw new NotSupportedException(model.ToString()),
    };

    public static double Price(SlippageModel model, double price, int side, double shares, double volume)
    {
        double share = volume > shares ? shares / volume : 1;
        double away = model switch
        {
            PercentSlippage percent => price * percent.Fraction,
            HalfSpreadSlippage spread => side < 0 ? Math.Min(spread.Ticks * spread.TickSize, price / 2) : spread.Ticks * spread.TickSize,
            VolumeShareSlippage impact => price * impact.Impact * share * share,
            _ => throw new NotSupportedException(model.ToString()),
        };
        return price + (side * away);
    }

    /// <summary>By halving, where the engine has a formula.</summary>
    public static double Affordable(CommissionModel model, double money, double price)
    {
        double low = 0, high = Math.Max(0, money / price);
        for (int i = 0; i < 200; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = (middle * price) + Commission(model, middle, price) <= money ? (middle, high) : (low, middle);
        }

        return low;
    }

    private static double Stepped(double shares, double price, double perShare, double minimum, double cap)
    {
        double charge = shares * perShare;
        charge = charge < minimum ? minimum : charge;
        return charge > cap * shares * price ? cap * shares * price : charge;
    }
}
