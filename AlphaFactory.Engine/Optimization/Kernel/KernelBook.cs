using System.Globalization;
using AlphaFactory.Core.Costs;
using AlphaFactory.Core.Sizing;
using AlphaFactory.Engine.Backtesting;

namespace AlphaFactory.Engine.Optimization.Kernel;

/// <summary>
/// Ledger, fill desk and second set of books of the event engine in one struct that lives on the stack. Every line has its counterpart in
/// <see cref="FillDesk"/>, <see cref="Ledger"/> and <see cref="ConservationCheck"/>; the agreement test holds them together.
/// </summary>
internal struct KernelBook<TTrades>(KernelSeries series, SessionRules rules, TTrades trades)
    where TTrades : struct, ITradeSink
{
    private const double Tolerance = 1e-9;
    private readonly bool _byVolume = rules.Slippage.DependsOnVolume;
    private KernelTrip<TTrades> _trip = new(trades);
    private double _bought, _sold, _paid, _received, _profit;

    public double Cash { get; private set; } = rules.InitialCapital;

    /// <summary>Shares held, negative when sold short.</summary>
    public double Position { get; private set; }

    /// <summary>+1 long, -1 short, 0 flat.</summary>
    public readonly int Side => SideOf(Position);

    /// <summary>What borrowed shares have cost.</summary>
    public double Borrow { get; private set; }

    /// <summary>Value traded since it was last set to 0.</summary>
    public double TradedValue { get; set; }

    /// <summary>Price of the first fill of the open trade.</summary>
    public readonly double EntryPrice => _trip.EntryPrice;

    public readonly double Equity(double price) => Cash + (Position * price);

    /// <summary>Pays for borrowed shares.</summary>
    public void PayBorrow(double cost)
    {
        Cash -= cost;
        Borrow += cost;
    }

    /// <summary>Brings the position to the wanted exposure; see <see cref="FillDesk.Fill"/>.</summary>
    public void MoveTo(ref KernelFigures figures, double wanted, int bar, double price, string reason)
    {
        int side = SideOf(wanted);
        if (Position != 0 && Side != side)
        {
            Trade(ref figures, -Position, bar, price, reason);
        }

        if (side != 0)
        {
            Trade(ref figures, side * Change(Math.Abs(wanted) * rules.SizeFraction, side, price, series.Volume[bar]), bar, price, reason);
        }
    }

    /// <summary>Marks what is still held and proves that no money was made or lost by the accounting.</summary>
    /// <exception cref="ConservationException">The books do not add up: a fault of the kernel.</exception>
    public void Close(ref KernelFigures figures, int lastBar, double lastClose)
    {
        if (_trip.IsOpen)
        {
            figures.OpenTrades = 1;
            _profit += _trip.Report(lastBar, lastClose, Math.Abs(Position), ExitReasons.Open);
        }

        double capital = rules.InitialCapital, equity = Equity(lastClose), scale = Math.Max(capital, Math.Max(_paid, _received));
        figures.FinalEquity = equity;
        Same("cash", Cash, capital + _received - _paid - figures.Commission - Borrow, scale);
        Same("the position", Position, _bought - _sold, Math.Max(1, _bought + _sold));
        Same("final equity", equity, capital + _profit - Borrow, scale);
    }

    private static int SideOf(double position) => (position > 0 ? 1 : 0) - (position < 0 ? 1 : 0);

    private static void Same(string what, double actual, double expected, double scale)
    {
        if (!(Math.Abs(actual - expected) <= Tolerance * scale))
        {
            throw new ConservationException(string.Create(CultureInfo.InvariantCulture, $"The books of the sweep kernel do not add up: {what} is {actual:R} but must be {expected:R}. This is a fault of the kernel; run the set on the event engine and report both."));
        }
    }

    /// <summary>Shares to add on one side; negative to take some off.</summary>
    private readonly double Change(double share, int side, double price, double volume)
    {
        double held = Math.Abs(Position), equity = Equity(price), fillPrice = rules.Slippage.FillPrice(price, side, 0);
        double change = Shares(share, side, equity, held, fillPrice) - held;
        if (change > 0 && _byVolume)
        {
            fillPrice = rules.Slippage.FillPrice(price, side, SlippageModel.ShareOf(change, volume));
            change = Shares(share, side, equity, held, fillPrice) - held;
        }

        // Orders that add are cut to a share of the volume; see OrderGate.
        double most = rules.VolumeCapFraction is { } cap && change > 0 ? cap * (volume > 0 ? volume : 0) : double.PositiveInfinity;
        return change <= most ? change : rules.Fractional ? most : Math.Floor(most);
    }

    private readonly double Shares(double share, int side, double equity, double held, double fillPrice)
    {
        double target = EquityFraction.Quantity(share, equity, fillPrice, rules.Commission, rules.Fractional);
        if (held == 0)
        {
            // Equity is cash alone, and the target is never more than that pays for.
            return target;
        }

        double left = side > 0 ? Cash : equity - (held * fillPrice);
        double affordable = held + EquityFraction.Affordable(left, fillPrice, rules.Commission, rules.Fractional);
        return Math.Min(target, Math.Max(affordable, held));
    }

    private void Trade(ref KernelFigures figures, double change, int bar, double price, string reason)
    {
        if (change == 0)
        {
            return;
        }

        int side = SideOf(change);
        double quantity = Math.Abs(change), fillPrice = rules.Slippage.FillPrice(price, side, _byVolume ? SlippageModel.ShareOf(quantity, series.Volume[bar]) : 0), value = quantity * fillPrice;
        double commission = rules.Commission.Of(quantity, fillPrice), slippage = quantity * Math.Abs(fillPrice - price);
        Cash -= (side * value) + commission;
        Position += side * quantity;
        (_bought, _paid, _sold, _received) = side > 0
            ? (_bought + quantity, _paid + value, _sold, _received)
            : (_bought, _paid, _sold + quantity, _received + value);
        figures.Commission += commission;
        figures.Slippage += slippage;
        TradedValue += value;
        _trip.Add(side, quantity, value, commission, slippage, bar, fillPrice);
        if (Position == 0)
        {
            double profit = _trip.Report(bar, 0, 0, reason);
            _trip.Clear();
            figures.AddTrade(profit);
            _profit += profit;
        }
    }
}
