using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Backtesting;

namespace AlphaFactory.Tests.Engine.Backtesting;

/// <summary>
/// The accounting error of the system before this one, acted out on this engine's fills: its cash column was filled with the initial
/// capital before the run and read back at every entry, so each trade began with 100,000 again.
/// </summary>
internal static class PredecessorAccount
{
    public static double[] Equity(BarSeries bars, double capital, double size, double commission, double slippage, double[] target, ConservationCheck? check)
    {
        double[] equity = new double[bars.Count];
        double cash = capital, shares = 0;
        for (int bar = 0; bar < bars.Count; bar++)
        {
            double close = bars.Close[bar];
            if (target[bar] > 0 && shares == 0)
            {
                cash = capital; // the error
                double price = close * (1 + slippage);
                shares = size * cash / price;
                cash -= shares * price * (1 + commission);
                check?.Record(new Fill(bar, 1, shares, price, shares * price * commission, 0, "signal"));
            }
            else if (target[bar] == 0 && shares > 0)
            {
                double price = close * (1 - slippage);
                check?.Record(new Fill(bar, -1, shares, price, shares * price * commission, 0, "signal"));
                cash += shares * price * (1 - commission);
                shares = 0;
            }

            equity[bar] = cash + (shares * close);
            check?.CheckBar(bar, close, cash, shares, equity[bar]);
        }

        return equity;
    }
}
