using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Exits;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Trading;
using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Engine.Trading.Journal;
using AlphaFactory.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Tests.Engine.Trading.Desk;

/// <summary>A node with a desk, on a database and a folder that may outlive it.</summary>
internal sealed class DeskNode : IAsyncDisposable
{
    public const string Symbol = "NOVA";

    /// <summary>So fast that a test need not wait for the market.</summary>
    public const double Flat = 1e7;

    private DeskNode(EngineHost host) => Host = host;

    public EngineHost Host { get; }

    public ITradingDesk Desk => Host.Get<ITradingDesk>();

    public IDeployments Deployments => Host.Get<IDeployments>();

    public IDeskStore Store => Host.Get<IDeskStore>();

    public KillSwitch Kill => Host.Get<KillSwitch>();

    private static CancellationToken None => TestContext.Current.CancellationToken;

    /// <summary>Starts a node.</summary>
    /// <param name="folder">Data directory.</param>
    /// <param name="postgres">Connection string; null is SQLite in the folder.</param>
    /// <param name="more">More settings.</param>
    /// <param name="change">Other parts.</param>
    public static async Task<DeskNode> StartAsync(string folder, string? postgres = null, Dictionary<string, string?>? more = null, Action<IServiceCollection>? change = null)
    {
        var settings = EngineHost.Settings(postgres, folder);
        foreach (var (name, value) in more ?? [])
        {
            settings[name] = value;
        }

        return new DeskNode(await EngineHost.StartAsync(settings, change: change));
    }

    /// <summary>Five-minute bars of so many sessions, always the same for a seed.</summary>
    public static RawBars Bars(int sessions, int seed = 1)
    {
        var random = new SeededRandom((ulong)seed, 21);
        var times = new List<long>();
        foreach (var day in TradingCalendar.Nyse.SessionsBetween(new(2024, 3, 4), TradingCalendar.LastDay).Take(sessions))
        {
            var hours = TradingCalendar.Nyse.SessionHours(day);
            for (var at = hours.Open; at < hours.Close; at = at.AddMinutes(5))
            {
                times.Add(at.ToUnixTimeMilliseconds());
            }
        }

        int count = times.Count;
        double[] open = new double[count], high = new double[count], low = new double[count], close = new double[count], volume = new double[count];
        double price = 100;
        for (int i = 0; i < count; i++)
        {
            open[i] = Math.Round(price, 2);
            close[i] = Math.Round(price * (1 + ((random.NextDouble() - 0.5) * 0.01)), 2);
            high[i] = Math.Max(open[i], close[i]) + 0.1;
            low[i] = Math.Min(open[i], close[i]) - 0.1;
            volume[i] = 100_000;
            price = close[i];
        }

        double[] ones = [.. Enumerable.Repeat(1.0, count)];
        return new RawBars([.. times], open, high, low, close, volume, ones, [.. ones]);
    }

    public Task StoreAsync(RawBars bars, string symbol = Symbol) =>
        Host.Get<IBarStore>().WriteAsync(new NewSeries(new SeriesKey(symbol, BarInterval.FiveMinutes, "csv"), symbol, "Technology", true), bars, null, None);

    /// <summary>A crossover with stop and target that trades several times a day.</summary>
    public static NewDeployment Wanted(string name = "Crossover", string symbol = Symbol, double speed = 1000, IReadOnlyList<RuleChoice>? risk = null, IReadOnlyList<RuleChoice>? protections = null) => new(
        name,
        TradingMode.Simulated,
        new RunSpec
        {
            Strategy = "sma-crossover", Symbol = "", Interval = BarInterval.FiveMinutes, InitialCapital = 50_000, SizeFraction = 0.9,
            Parameters = new Dictionary<string, string> { ["fast"] = "2", ["slow"] = "6" },
            Exits = new ExitRules { StopFraction = 0.01, TakeProfitFraction = 0.02, ReEntry = ReEntry.Allowed },
        },
        [symbol],
        risk ?? [],
        protections ?? [])
    {
        Feed = new ReplayFeed { Speed = speed, From = new(2024, 3, 4) },
    };

    public async Task<Deployment> MakeAsync(NewDeployment? wanted = null) => Assert.IsType<DeployOutcome.Done>(await Deployments.CreateAsync(wanted ?? Wanted(), "anna", None)).Deployment;

    /// <summary>Makes one and starts it, as fast as it goes unless a speed is given.</summary>
    public async Task<string> RunAsync(NewDeployment? wanted = null, double? speed = Flat)
    {
        var made = await MakeAsync(wanted);
        if (speed is { } fast)
        {
            await Store.SetSpeedAsync(made.Id, fast, None);
        }

        await DoneAsync(new DeskCommand.Start(made.Id));
        return made.Id;
    }

    public async Task DoneAsync(DeskCommand command)
    {
        var answer = await Desk.DoAsync(command, "anna", None);
        Assert.True(answer is DeskAnswer.Done, (answer as DeskAnswer.Refused)?.Words);
    }

    public async Task<DeskAnswer.Refused> RefusedAsync(DeskCommand command) => Assert.IsType<DeskAnswer.Refused>(await Desk.DoAsync(command, "anna", None));

    public DeploymentFrame? Frame(string id) => Desk.Latest.Deployments.FirstOrDefault(frame => frame.Id == id);

    /// <summary>Waits until the frame of a deployment shows it.</summary>
    public async Task<DeploymentFrame> UntilAsync(string id, Func<DeploymentFrame, bool> shows, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(shows))] string what = "")
    {
        DeploymentFrame? seen = null;
        await Patience.UntilAsync(() => (seen = Frame(id)) is not null && shows(seen), what);
        return seen!;
    }

    public async Task<IReadOnlyList<JournalLine>> JournalAsync(string id) => await Host.Get<IOrderJournals>().Of($"simulated:{id}").ReadAsync(None);

    public async Task<IReadOnlyList<StoredDeskEvent>> EventsAsync(string? id = null)
    {
        var all = new List<StoredDeskEvent>();
        IReadOnlyList<StoredDeskEvent> some;
        while ((some = await Host.Get<IDeskEvents>().AfterAsync(all.Count == 0 ? 0 : all[^1].Id, 1000, None)).Count > 0)
        {
            all.AddRange(some);
        }

        return [.. all.Where(one => id is null || one.Deployment == id)];
    }

    public async ValueTask DisposeAsync()
    {
        await Host.StopAsync();
        await Host.DisposeAsync();
    }
}
