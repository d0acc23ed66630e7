using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Trading;
using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Engine.Trading.Evidence;
using AlphaFactory.Engine.Trading.Journal;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Trading.Evidence;

/// <summary>Puts a deployment into a database as if it had traded there: bars, journal, what it saw, what the gate kept back, what the desk told.</summary>
internal static class StoredShadow
{
    public static NewDeployment Wanted => new("Crossover", TradingMode.Simulated, ShadowCase.Spec, ["TEST"], [], []);

    public static async Task<(Deployment Deployment, ShadowCase Played)> WriteAsync(EngineHost host, ShadowCase? traded = null)
    {
        var played = traded ?? await ShadowCase.PlayAsync();
        var bars = played.Bars;
        double[] ones = [.. Enumerable.Repeat(1.0, bars.Count)];
        await host.Get<IBarStore>().WriteAsync(StoredBars.Daily("TEST"), new RawBars([.. bars.Times], [.. bars.Open], [.. bars.High], [.. bars.Low], [.. bars.Close], [.. bars.Volume], ones, [.. ones]), null, None);
        var deployment = Assert.IsType<DeployOutcome.Done>(await host.Get<IDeployments>().CreateAsync(Wanted, "anna", None)).Deployment;
        var journal = host.Get<IOrderJournals>().Of(deployment.Account);
        var told = new List<NewDeskEvent>();
        foreach (var line in played.Lines)
        {
            if (line.Ticket is { } ticket)
            {
                await journal.AddAsync(ticket, line.At, None);
                continue;
            }

            await journal.AppendAsync(line.Reference, line.Happened!, line.At, None);
            if (line.Happened is OrderEvent.Executed { Execution: var one })
            {
                var order = played.Live.Router.Orders[line.Reference].Ticket;
                told.Add(Event(deployment, $"{line.Reference}:{one.Id}", one.At, new DeskEvent.Filled(line.Reference.Text, one.Id, 0, order.Symbol, order.Side, one.Quantity, one.Price, one.Commission, order.Reason, 0)));
            }
        }

        told.AddRange(played.Answers.Where(answer => answer.Allowed == 0).Select(answer =>
            Event(deployment, answer.Reference, answer.Decided, new DeskEvent.Refused(answer.Reference, answer.Symbol, answer.Side, answer.Asked, answer.Code, answer.By, answer.Value, answer.Limit, answer.Words))));
        await host.Get<IDeskEventStore>().AppendAsync(told, None);
        await host.Get<IEvidenceStore>().AddAsync([.. played.Seen.Select(bar => bar with { Deployment = deployment.Id })], [.. played.Answers.Select(answer => answer with { Deployment = deployment.Id })], None);
        return (deployment, played);
    }

    private static CancellationToken None => TestContext.Current.CancellationToken;

    private static NewDeskEvent Event(Deployment deployment, string key, DateTimeOffset at, DeskEvent happened) =>
        new(key, deployment.Id, at, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), DeskEventText.Of(happened, deployment.Name), happened);
}
