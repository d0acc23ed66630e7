using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.Access;
using AlphaFactory.Web.Components.Overlays;
using AlphaFactory.Web.Components.Runs;
using AlphaFactory.Web.Components.States;

namespace AlphaFactory.Web.Features.Home;

/// <summary>What Home knows: the last runs, the series held, and which step comes next.</summary>
public sealed class HomeModel(IRunStore runs, IBarStore bars, IStrategyCatalog strategies, DemoBacktest demo, CurrentUser user, Toasts toasts, ILogger<HomeModel> log)
{
    private const int Shown = 5, LookedAt = 50;

    /// <summary>Where the page stands.</summary>
    public PageState State { get; private set; } = new PageState.Loading();

    /// <summary>The newest finished runs.</summary>
    public IReadOnlyList<RunRecord> LastRuns { get; private set; } = [];

    /// <summary>Runs kept, of every state.</summary>
    public int InLedger { get; private set; }

    /// <summary>The sources of prices.</summary>
    public IReadOnlyList<SourceFreshness> Sources { get; private set; } = [];

    /// <summary>The series the demo backtest would run on; null without a demo market.</summary>
    public SeriesCoverage? DemoSeries { get; private set; }

    /// <summary>The steps of the first hour and the one that is next.</summary>
    public FirstSteps Steps { get; private set; } = FirstSteps.Of([], []);

    /// <summary>False for a viewer, who may look only.</summary>
    public bool MayRun { get; private set; }

    /// <summary>True until the first run was asked for.</summary>
    public bool IsFresh => InLedger == 0;

    /// <summary>Title of the demo backtest, such as "SMA crossover 20/50".</summary>
    public string DemoTitle => strategies.Get(DemoBacktest.Strategy) is { } entry ? entry.Title(entry.Parameters.Defaults()) : "";

    /// <summary>Reads everything.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken) => State = await StoreFault.GuardAsync(() => ReadAsync(cancellationToken), log);

    /// <summary>Starts the demo backtest.</summary>
    /// <returns>Address of its result; null when it could not be started, which a message then says.</returns>
    public async Task<string?> StartDemoAsync(CancellationToken cancellationToken)
    {
        try
        {
            RunRecord? run = await demo.StartAsync(await user.NameAsync(), cancellationToken);
            return run is null ? null : "results/" + run.Id;
        }
        catch (RunSpecException refusal)
        {
            toasts.Fail("The demo backtest was not started", string.Join(" ", refusal.Faults));
            return null;
        }
    }

    private async Task<PageState> ReadAsync(CancellationToken cancellationToken)
    {
        MayRun = await user.MayRunAsync();
        IReadOnlyList<SeriesCoverage> stored = await bars.ListAsync(cancellationToken);
        IReadOnlyList<RunRecord> done = await runs.ListAsync(new RunQuery([RunState.Done], Take: LookedAt), cancellationToken);
        InLedger = (await runs.CountsAsync(cancellationToken)).Values.Sum();
        Sources = SourceFreshness.Of(stored);
        DemoSeries = DemoBacktest.SeriesOf(stored);
        Steps = FirstSteps.Of(done, stored);
        LastRuns = [.. done.Where(run => run.ArchivedAt is null).Take(Shown)];
        return new PageState.Ready();
    }
}
