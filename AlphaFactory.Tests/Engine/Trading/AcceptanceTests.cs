using System.Globalization;
using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Trading;
using AlphaFactory.Engine.Trading.Simulated;

namespace AlphaFactory.Tests.Engine.Trading;

/// <summary>Holds the built-in broker to the acceptance table: at once, slowly, and with everything told twice and out of order.</summary>
public sealed class AcceptanceTests
{
    private static readonly Dictionary<string, SimulatedFaults> s_manners = new()
    {
        ["at once"] = SimulatedFaults.None,
        ["slowly"] = new() { Latency = TimeSpan.FromMilliseconds(40) },
        ["twice and out of order"] = new() { Latency = TimeSpan.FromMilliseconds(20), Jitter = TimeSpan.FromMilliseconds(100), Twice = 0.5 },
    };

    public static TheoryData<string, string> Cases => [.. s_manners.Keys.SelectMany(manner => AcceptanceTable.Cases.Select(one => new TheoryDataRow<string, string>(one.Name, manner)))];

    [Fact]
    public void There_are_eighty_cases_or_more_and_each_has_a_name_of_its_own()
    {
        Assert.True(AcceptanceTable.Cases.Count >= 80, $"There are {AcceptanceTable.Cases.Count} cases.");
        Assert.Equal(AcceptanceTable.Cases.Count, AcceptanceTable.Cases.Select(one => one.Name).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task It_ends_as_the_table_says(string name, string manner)
    {
        var (_, steps, ends) = AcceptanceTable.Cases.Single(one => one.Name == name);
        var journal = new MemoryJournal();
        var desk = await TradingDesk.StartAsync(new SimulatedTerms { Faults = s_manners[manner] }, journal, price: null);
        var references = new List<OrderRef>();
        foreach (string[] step in steps.Split(';', StringSplitOptions.TrimEntries).Select(step => step.Split(' ')))
        {
            desk = await StepAsync(desk, journal, references, step);
            await desk.PassAsync(0.5);
        }

        Check(desk, references, ends);
    }

    private static async Task<TradingDesk> StepAsync(TradingDesk desk, MemoryJournal journal, List<OrderRef> references, string[] step)
    {
        double Number(int place) => double.Parse(step[place], CultureInfo.InvariantCulture);
        switch (step[0])
        {
            case "buy" or "sell" or "short":
                await PlaceAsync(desk, references, step);
                break;
            case "tick":
                desk.Broker.Move(new MarketMove.Tick(TradingDesk.Symbol, Number(1), 1_000_000));
                break;
            case "open":
                desk.Broker.Move(new MarketMove.Opening(TradingDesk.Symbol, Number(1), 1_000_000));
                break;
            case "range":
                desk.Broker.Move(new MarketMove.Range(TradingDesk.Symbol, Number(1), Number(2), Number(3), 1_000_000));
                break;
            case "shut" or "end":
                desk.Broker.Move(new MarketMove.Closing(TradingDesk.Symbol, Number(1), 1_000_000, step[0] == "end"));
                break;
            case "wait":
                await desk.PassAsync(Number(1));
                break;
            case "cancel":
                await desk.Router.CancelAsync(references[(int)Number(1) - 1], "the table", TestContext.Current.CancellationToken);
                break;
            case "drop":
                desk.Broker.Disconnect("the table");
                break;
            case "connect":
                desk.Broker.Connect();
                break;
            case "hand":
                desk.Broker.TradeByHand(step.Length > 2 ? step[2] : TradingDesk.Symbol, Number(1) < 0 ? OrderSide.Sell : OrderSide.Buy, (decimal)Math.Abs(Number(1)), 50);
                break;
            case "away":
                // The program is gone: what the broker tells now nobody hears.
                desk.Broker.Listener = null;
                desk.Broker.Move(new MarketMove.Tick(TradingDesk.Symbol, Number(1), 1_000_000));
                break;
            case "restart":
                return await TradingDesk.RestartAsync(desk.Clock, desk.Broker, journal);
            default:
                Assert.Fail($"The table has the step \"{step[0]}\", which nobody knows.");
                break;
        }

        return desk;
    }

    private static async Task PlaceAsync(TradingDesk desk, List<OrderRef> references, string[] step)
    {
        decimal? After(string word) => Array.IndexOf(step, word) is var place and >= 0 ? decimal.Parse(step[place + 1], CultureInfo.InvariantCulture) : null;
        var (stop, touched, limit) = (After("stop"), After("touched"), After("limit"));
        var kind = stop is not null && limit is not null ? OrderKind.StopLimit : stop is not null ? OrderKind.Stop : touched is not null ? OrderKind.MarketIfTouched : limit is not null ? OrderKind.Limit
            : step.Contains("open") ? OrderKind.MarketOnOpen : step.Contains("close") ? OrderKind.MarketOnClose : OrderKind.Market;
        var ticket = desk.Ticket(step[0] == "buy" ? OrderSide.Buy : OrderSide.Sell, decimal.Parse(step[1], CultureInfo.InvariantCulture), kind) with
        {
            Symbol = step.Contains("OTHER") ? "OTHER" : TradingDesk.Symbol,
            StopPrice = stop ?? touched,
            LimitPrice = limit,
            Lifetime = step.Contains("gtc") ? OrderLifetime.UntilCancelled : step.Contains("ioc") ? OrderLifetime.ImmediateOrCancel : OrderLifetime.Day,
            Group = step.Contains("group") ? "g" : null,
        };
        if (await desk.Router.SubmitAsync(TradingDesk.ApproveBlindly(ticket), TestContext.Current.CancellationToken) == SubmitOutcome.Sent)
        {
            references.Add(ticket.Reference);
        }
    }

    private static void Check(TradingDesk desk, List<OrderRef> references, string ends)
    {
        var line = desk.Router.Ledger.Of(TradingDesk.Symbol);
        foreach (string[] end in ends.Split(';', StringSplitOptions.TrimEntries).Select(end => end.Split(' ')))
        {
            switch (end[0])
            {
                case "held":
                    Assert.Equal(decimal.Parse(end[1], CultureInfo.InvariantCulture), line.Quantity);
                    Assert.True(ends.Contains("frozen", StringComparison.Ordinal) || desk.Broker.Positions.GetValueOrDefault(TradingDesk.Symbol) == line.Quantity);
                    break;
                case "cost":
                    Assert.Equal(decimal.Parse(end[1], CultureInfo.InvariantCulture), line.AverageCost);
                    break;
                case "realised":
                    Assert.Equal(decimal.Parse(end[1], CultureInfo.InvariantCulture), line.Realised);
                    break;
                case "none":
                    Assert.Empty(references);
                    Assert.Empty(desk.Broker.Arrived);
                    break;
                case "frozen":
                    Assert.NotNull(desk.Router.FrozenWhy(TradingDesk.Symbol));
                    break;
                default:
                    var order = desk.Router.Orders[references[int.Parse(end[0], CultureInfo.InvariantCulture) - 1]];
                    Assert.Equal(Enum.Parse<OrderState>(end[1], ignoreCase: true), order.State);
                    Assert.Equal(decimal.Parse(end[2], CultureInfo.InvariantCulture), order.Filled);
                    Assert.Equal(end.Length > 3 ? decimal.Parse(end[3][1..], CultureInfo.InvariantCulture) : null, order.AveragePrice);
                    break;
            }
        }
    }
}
