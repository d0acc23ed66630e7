using AlphaFactory.Core.Risk;
using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Trading;
using AlphaFactory.Engine.Trading.Journal;
using AlphaFactory.Engine.Trading.Replay;
using AlphaFactory.Engine.Trading.Simulated;

namespace AlphaFactory.Tests.Engine.Trading;

/// <summary>A router on the built-in broker with a clock that a test moves.</summary>
internal sealed class TradingDesk
{
    public const string Symbol = "ACME";

    // A Monday, at the opening in New York.
    public static readonly DateTimeOffset Opening = new(2024, 3, 4, 14, 30, 0, TimeSpan.Zero);

    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(250);
    // No rule is on: what the router refuses, it refuses by itself.
    private static readonly RiskGate s_gate = new([]);
    private readonly IBroker _broker;
    private int _step;

    private TradingDesk(VirtualClock clock, IBroker broker, IOrderJournal journal)
    {
        (Clock, _broker) = (clock, broker);
        Router = new OrderRouter(broker, journal, clock, 100_000, Judge) { Watcher = News.Add };
    }

    public VirtualClock Clock { get; }

    public SimulatedBroker Broker => (SimulatedBroker)_broker;

    public OrderRouter Router { get; }

    public List<RouterNews> News { get; } = [];

    public decimal Held => Router.Ledger.Of(Symbol).Quantity;

    public IEnumerable<string> Alarms => News.OfType<RouterNews.Alarm>().Select(alarm => alarm.Code);

    /// <summary>A desk that is ready to trade, on a market at 50 unless told otherwise.</summary>
    public static async Task<TradingDesk> StartAsync(SimulatedTerms? terms = null, IOrderJournal? journal = null, double? price = 50)
    {
        var clock = new VirtualClock(Opening);
        var broker = new SimulatedBroker(clock, terms ?? new SimulatedTerms());
        var desk = await RestartAsync(clock, broker, journal ?? new MemoryJournal());
        if (price is { } known)
        {
            broker.Move(new MarketMove.Tick(Symbol, known, 1_000_000));
        }

        return desk;
    }

    /// <summary>A new router on a broker that lives on, as after a crash.</summary>
    public static async Task<TradingDesk> RestartAsync(VirtualClock clock, IBroker broker, IOrderJournal journal)
    {
        var desk = new TradingDesk(clock, broker, journal);
        await desk.Router.RecoverAsync(None);
        await desk.PassAsync(TimeSpan.FromSeconds(3));
        return desk;
    }

    public OrderTicket Ticket(OrderSide side, decimal quantity, OrderKind kind = OrderKind.Market) => new()
    {
        Reference = OrderRef.Of("test", Symbol, Clock.GetUtcNow(), _step++),
        Symbol = Symbol,
        Side = side,
        Quantity = quantity,
        Kind = kind,
        Decided = Clock.GetUtcNow(),
        DecisionPrice = 50,
    };

    public Task<SubmitOutcome> SubmitAsync(OrderTicket ticket) => Router.SubmitAsync(Approve(ticket), None);

    public Task<SubmitOutcome> BuyAsync(decimal quantity) => SubmitAsync(Ticket(OrderSide.Buy, quantity));

    public async Task PassAsync(TimeSpan time)
    {
        var end = Clock.GetUtcNow() + time;
        do
        {
            Advance();
            await Router.PumpAsync(None);
            Clock.MoveTo(Clock.GetUtcNow() + s_step < end ? Clock.GetUtcNow() + s_step : end);
        }
        while (Clock.GetUtcNow() < end);
        Advance();
        await Router.PumpAsync(None);
    }

    public Task PassAsync(double seconds) => PassAsync(TimeSpan.FromSeconds(seconds));

    public ApprovedOrder Approve(OrderTicket ticket) => ((GateAnswer.Approved)Judge(ticket)).Order;

    public static ApprovedOrder ApproveBlindly(OrderTicket ticket) => ((GateAnswer.Approved)s_gate.Judge(ticket, new GateFacts { Account = new RiskFacts { Equity = 1, Cash = 1 }, Held = 0 })).Order;

    public GateAnswer Judge(OrderTicket ticket) => s_gate.Judge(ticket, new GateFacts
    {
        Account = new RiskFacts { Equity = 100_000, Cash = 100_000 },
        Held = Router.Ledger.Of(ticket.Symbol).Quantity,
        Price = 50,
    });

    private void Advance()
    {
        if (_broker is ICrashBroker kept)
        {
            kept.Advance();
        }
        else
        {
            Broker.Advance();
        }
    }

    private static CancellationToken None => TestContext.Current?.CancellationToken ?? CancellationToken.None;
}
