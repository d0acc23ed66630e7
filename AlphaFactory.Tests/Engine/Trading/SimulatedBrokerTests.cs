using AlphaFactory.Core.Costs.Commissions;
using AlphaFactory.Core.Costs.Slippages;
using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Trading;
using AlphaFactory.Engine.Trading.Replay;
using AlphaFactory.Engine.Trading.Simulated;

namespace AlphaFactory.Tests.Engine.Trading;

public sealed class SimulatedBrokerTests
{
    private static readonly SimulatedFaults s_everything = new()
    {
        Latency = TimeSpan.FromMilliseconds(10),
        Jitter = TimeSpan.FromMilliseconds(500),
        Pieces = 0.5,
        Rejects = 0.1,
        Twice = 0.3,
        Lost = 0.1,
        NeverArrives = 0.1,
        Corrected = 0.3,
    };

    [Fact]
    public void The_same_seed_gives_the_same_faults_and_another_gives_others()
    {
        Assert.Equal(Told(1), Told(1));
        Assert.NotEqual(Told(1), Told(2));
    }

    [Fact]
    public async Task Slippage_moves_the_price_against_the_order_but_never_beyond_a_limit()
    {
        var desk = await TradingDesk.StartAsync(new SimulatedTerms { Slippage = new PercentSlippage { Fraction = 0.01 } });
        await desk.BuyAsync(100);
        await desk.SubmitAsync(desk.Ticket(OrderSide.Buy, 100, OrderKind.Limit) with { LimitPrice = 50.2m });
        await desk.PassAsync(1);
        Assert.Equal([50.5m, 50.2m], desk.Router.Orders.Values.Select(order => order.AveragePrice!.Value));
    }

    [Fact]
    public async Task An_order_in_pieces_is_charged_the_commission_of_the_whole()
    {
        var desk = await TradingDesk.StartAsync(new SimulatedTerms { Commission = new PerShareCommission { PerShare = 0.01, Minimum = 5 }, Faults = new SimulatedFaults { Latency = TimeSpan.FromMilliseconds(10), Pieces = 1 } });
        await desk.BuyAsync(1000);
        await desk.PassAsync(2);
        var order = desk.Router.Orders.Values.Single();
        Assert.True(order.Executions.Count > 1);
        Assert.Equal(10, order.Commission);
        Assert.Equal(1000, order.Filled);
    }

    [Fact]
    public async Task An_order_gets_no_more_than_its_share_of_the_volume_and_the_rest_waits()
    {
        var desk = await TradingDesk.StartAsync(new SimulatedTerms { VolumeShare = 0.1 }, price: null);
        desk.Broker.Move(new MarketMove.Tick(TradingDesk.Symbol, 50, 300));
        await desk.BuyAsync(100);
        await desk.PassAsync(1);
        Assert.Equal((OrderState.PartiallyFilled, 30m), (desk.Router.Orders.Values.Single().State, desk.Held));
        desk.Broker.Move(new MarketMove.Tick(TradingDesk.Symbol, 51, 10_000));
        await desk.PassAsync(1);
        Assert.Equal((OrderState.Filled, 100m), (desk.Router.Orders.Values.Single().State, desk.Held));
    }

    private static List<BrokerEvent> Told(ulong seed)
    {
        var clock = new VirtualClock(TradingDesk.Opening);
        var told = new List<BrokerEvent>();
        var broker = new SimulatedBroker(clock, new SimulatedTerms { Faults = s_everything, Seed = seed }) { Listener = told.Add };
        broker.Move(new MarketMove.Tick(TradingDesk.Symbol, 50, 1_000_000));
        for (int i = 0; i < 30; i++)
        {
            broker.Place(TradingDesk.ApproveBlindly(new OrderTicket { Reference = OrderRef.Of("t", TradingDesk.Symbol, clock.GetUtcNow(), i), Symbol = TradingDesk.Symbol, Side = OrderSide.Buy, Quantity = 100, Decided = clock.GetUtcNow() }));
            clock.MoveTo(clock.GetUtcNow().AddSeconds(1));
            broker.Advance();
        }

        return told;
    }
}
