using System.Globalization;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>
/// Keeps a second set of books from the fills and payments alone and compares it with the ledger on every bar of every run. It exists because the
/// system before this one let cash go back to its start at every entry; see docs/how-fills-work.md.
/// </summary>
internal sealed class ConservationCheck
{
    private const double Tolerance = 1e-9;
    private readonly double _initialCapital;
    private double _paid, _received, _commission, _dividends, _borrow, _turnedOver;

    // What the comparison of a bar needs, renewed at each entry into these books.
    private double _cash, _position, _moneyTolerance, _shareTolerance;

    /// <param name="initialCapital">Cash at the start.</param>
    public ConservationCheck(double initialCapital)
    {
        _initialCapital = initialCapital;
        Renew();
    }

    public void Record(in Fill fill)
    {
        if (fill.Side > 0)
        {
            _paid += fill.Value;
        }
        else
        {
            _received += fill.Value;
        }

        _position += fill.Side * fill.Quantity;
        _turnedOver += fill.Quantity;
        _commission += fill.Commission;
        Renew();
    }

    public void RecordDividend(double amount)
    {
        _dividends += amount;
        Renew();
    }

    public void RecordBorrow(double amount)
    {
        _borrow += amount;
        Renew();
    }

    public void RecordSplit(double ratio)
    {
        _position *= ratio;
        _turnedOver *= Math.Max(1, ratio);
        Renew();
    }

    /// <summary>Compares the books after the close of a bar.</summary>
    /// <exception cref="ConservationException">They differ; the message names the bar and the numbers.</exception>
    public void CheckBar(int bar, double close, double cash, double position, double equity)
    {
        if (!(Math.Abs(cash - _cash) <= _moneyTolerance && Math.Abs(position - _position) <= _shareTolerance
            && Math.Abs(equity - (_cash + (_position * close))) <= _moneyTolerance))
        {
            Same(bar, "cash", cash, "initial capital, fills and payments", _cash, _moneyTolerance);
            Same(bar, "the position", position, "the sum of fills", _position, _shareTolerance);
            Same(bar, "equity", equity, "cash plus holdings", _cash + (_position * close), _moneyTolerance);
        }
    }

    /// <summary>Compares final equity with what the trades say.</summary>
    /// <exception cref="ConservationException">They differ; the message names the numbers.</exception>
    public void CheckTrades(int lastBar, IReadOnlyList<Trade> trades, double finalEquity)
    {
        double total = _initialCapital;
        foreach (var trade in trades)
        {
            total += trade.ProfitAndLoss + trade.Dividends - trade.Borrow;
        }

        Same(lastBar, "final equity", finalEquity, "initial capital, the P&L of all trades and dividends less borrowing", total, _moneyTolerance);
    }

    private void Renew()
    {
        _cash = _initialCapital + _received - _paid - _commission + _dividends - _borrow;
        _moneyTolerance = Tolerance * Math.Max(_initialCapital, Math.Max(_paid, _received));
        _shareTolerance = Tolerance * Math.Max(1, _turnedOver);
    }

    private static void Same(int bar, string what, double actual, string whole, double expected, double tolerance)
    {
        if (!(Math.Abs(actual - expected) <= tolerance))
        {
            throw new ConservationException(string.Create(CultureInfo.InvariantCulture, $"The books do not add up at bar {bar}: {what} is {actual:R} but {whole} make {expected:R}, a difference of {actual - expected:R}. This is a fault of the engine; please report it with the run's settings."));
        }
    }
}
