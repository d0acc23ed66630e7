using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>What happens to a position between two bars: borrowed shares cost, dividends are paid, shares are split.</summary>
internal sealed class Overnight(BarSeries bars, SessionRules rules, Ledger ledger, TradeBook trades, ConservationCheck check, FillDesk desk)
{
    private const long MillisecondsPerDay = 86_400_000;
    private const double DaysPerYear = 365;

    private readonly IReadOnlyList<CorporateAction> _actions = bars.Actions;
    private int _next;

    /// <summary>False when no night can change anything.</summary>
    public bool Matters { get; } = bars.Actions.Count > 0 || rules.BorrowFraction > 0;

    public void Before(int bar)
    {
        if (ledger.Position < 0 && rules.BorrowFraction > 0 && bar > 0)
        {
            PayBorrow(bar);
        }

        long time = bars.Times[bar];
        for (; _next < _actions.Count && _actions[_next].Time <= time; _next++)
        {
            // One that took effect before the period, or while nothing was held, changes nothing.
            if (ledger.Position != 0 && _actions[_next].Time == time)
            {
                Apply(_actions[_next]);
            }
        }
    }

    private void PayBorrow(int bar)
    {
        long nights = (bars.Times[bar] / MillisecondsPerDay) - (bars.Times[bar - 1] / MillisecondsPerDay);
        if (nights == 0)
        {
            return;
        }

        double cost = -ledger.Position * bars.Close[bar - 1] * rules.BorrowFraction * nights / DaysPerYear;
        ledger.Receive(-cost);
        check.RecordBorrow(cost);
        trades.PayBorrow(cost);
    }

    private void Apply(in CorporateAction action)
    {
        if (action.Dividend > 0)
        {
            double amount = ledger.Position * action.Dividend;
            ledger.Receive(amount);
            check.RecordDividend(amount);
            trades.ReceiveDividend(amount);
        }

        if (action.SplitRatio != 1)
        {
            ledger.Split(action.SplitRatio);
            check.RecordSplit(action.SplitRatio);
            trades.Split(action.SplitRatio);
            desk.Levels.Split(action.SplitRatio);
        }
    }
}
