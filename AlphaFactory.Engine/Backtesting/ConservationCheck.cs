using System.Globalization;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>
/// Keeps a second set of books from the fills alone and compares it with the ledger on every bar of every run. It exists because the
/// system before this one let cash go back to its start at every entry; see docs/how-fills-work.md.
/// </summary>
/// <param name="initialCapital">Cash at the start.</param>
internal sealed class ConservationCheck(double initialCapital)
{
    private const double Tolerance = 1e-9;
    private double _bought, _sold, _paid, _received, _commission;

    private double Cash => initialCapital + _received - _paid - _commission;

    private double Position => _bought - _sold;

    public void Record(in Fill fill)
    {
        if (fill.Side > 0)
        {
            _bought += fill.Quantity;
            _paid += fill.Value;
        }
        else
        {
            _sold += fill.Quantity;
            _received += fill.Value;
        }

        _commission += fill.Commission;
    }

    /// <summary>Compares the books after the close of a bar.</summary>
    /// <exception cref="ConservationException">They differ; the message names the bar and the numbers.</exception>
    public void CheckBar(int bar, double close, double cash, double position, double equity)
    {
        double moneyScale = Math.Max(initialCapital, Math.Max(_paid, _received));
        Same(bar, "cash", cash, "initial capital and fills", Cash, moneyScale);
        Same(bar, "the position", position, "the sum of fills", Position, Math.Max(1, _bought + _sold));
        Same(bar, "equity", equity, "cash plus holdings", Cash + (Position * close), moneyScale);
    }

    /// <summary>Compares final equity with what the trades say.</summary>
    /// <exception cref="ConservationException">They differ; the message names the numbers.</exception>
    public void CheckTrades(int lastBar, IReadOnlyList<Trade> trades, double finalEquity)
    {
        double total = initialCapital;
        foreach (var trade in trades)
        {
            total += trade.ProfitAndLoss;
        }

        Same(lastBar, "final equity", finalEquity, "initial capital plus the P&L of all trades", total, Math.Max(initialCapital, Math.Max(_paid, _received)));
    }

    private static void Same(int bar, string what, double actual, string whole, double expected, double scale)
    {
        if (!(Math.Abs(actual - expected) <= Tolerance * scale))
        {
            throw new ConservationException(string.Create(CultureInfo.InvariantCulture, $"The books do not add up at bar {bar}: {what} is {actual:R} but {whole} make {expected:R}, a difference of {actual - expected:R}. This is a fault of the engine; please report it with the run's settings."));
        }
    }
}
