using System.Globalization;
using System.Text.Json;
using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Trading;
using AlphaFactory.Engine.Trading.Journal;
using AlphaFactory.Engine.Trading.Replay;
using AlphaFactory.Engine.Trading.Simulated;

namespace AlphaFactory.Tests.Engine.Trading;

/// <summary>
/// A built-in broker that survives the process it runs in, as a real broker does: every call that reached it stands in a file, and from the file the same broker comes
/// back. A line that is not complete never reached it.
/// </summary>
internal sealed class KeptBroker : ICrashBroker, IDisposable
{
    private readonly VirtualClock _clock;
    private readonly SimulatedBroker _inner;
    private readonly StreamWriter _file;
    private readonly Action _point;

    private KeptBroker(VirtualClock clock, SimulatedBroker inner, string file, Action point)
    {
        (_clock, _inner, _point) = (clock, inner, point);
        _file = new StreamWriter(new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.Read)) { AutoFlush = true };
    }

    public TradingMode Mode => _inner.Mode;

    public bool IsConnected => _inner.IsConnected;

    public Action<BrokerEvent>? Listener
    {
        get => _inner.Listener;
        set => _inner.Listener = value;
    }

    public IReadOnlyList<OrderTicket> Arrived => _inner.Arrived;

    public decimal Held => _inner.Positions.GetValueOrDefault(TradingDesk.Symbol);

    /// <summary>Cash of the account by the broker's own books.</summary>
    public decimal Cash(decimal capital) => capital - _inner.Executions.Sum(trade => ((int)trade.Side * trade.Execution.Quantity * trade.Execution.Price) + (trade.Execution.Commission ?? 0));

    /// <summary>Opens the broker of a file, or a new one, with its clock where the last call left it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="point">Called where the process may be killed: before and after an order goes out.</param>
    public static (KeptBroker Broker, VirtualClock Clock) Open(string file, Action point)
    {
        var clock = new VirtualClock(TradingDesk.Opening);
        var inner = new SimulatedBroker(clock, CrashScript.Terms);
        if (File.Exists(file))
        {
            string text = File.ReadAllText(file);
            foreach (string line in text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                Again(clock, inner, line.Split('\t'));
            }
        }

        return (new KeptBroker(clock, inner, file, point), clock);
    }

    public bool Place(ApprovedOrder order)
    {
        _point();
        Keep("place", JournalText.Write(order.Ticket));
        bool handed = _inner.Place(order);
        _point();
        return handed;
    }

    public bool Cancel(OrderRef reference)
    {
        _point();
        Keep("cancel", reference.Text);
        return _inner.Cancel(reference);
    }

    public bool Ask(int number)
    {
        Keep("ask", number.ToString(CultureInfo.InvariantCulture));
        return _inner.Ask(number);
    }

    public void Move(MarketMove move)
    {
        var tick = (MarketMove.Tick)move;
        Keep("move", tick.Price.ToString("R", CultureInfo.InvariantCulture));
        _inner.Move(move);
    }

    public void Advance()
    {
        if (_inner.NextDue <= _clock.GetUtcNow())
        {
            Keep("advance", "");
            _inner.Advance();
        }
    }

    public void Dispose() => _file.Dispose();

    private void Keep(string call, string what) => _file.Write(string.Create(CultureInfo.InvariantCulture, $"{_clock.GetUtcNow().UtcTicks}\t{call}\t{what}\n"));

    private static void Again(VirtualClock clock, SimulatedBroker broker, string[] call)
    {
        clock.MoveTo(new DateTimeOffset(long.Parse(call[0], CultureInfo.InvariantCulture), TimeSpan.Zero));
        switch (call[1])
        {
            case "place":
                var ticket = JournalText.Read(1, "kept", JournalText.Intent, call[2], default).Ticket!;
                broker.Place(TradingDesk.ApproveBlindly(ticket));
                break;
            case "cancel":
                Assert.True(OrderRef.TryParse(call[2], out var reference));
                broker.Cancel(reference);
                break;
            case "ask":
                broker.Ask(int.Parse(call[2], CultureInfo.InvariantCulture));
                break;
            case "move":
                broker.Move(new MarketMove.Tick(TradingDesk.Symbol, double.Parse(call[2], CultureInfo.InvariantCulture), 1_000_000));
                break;
            case "advance":
                broker.Advance();
                break;
            default:
                throw new JsonException($"The broker's file has the call {call[1]}, which it does not know.");
        }
    }
}
