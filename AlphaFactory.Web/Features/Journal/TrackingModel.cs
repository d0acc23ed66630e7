using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Evidence;
using AlphaFactory.Web.Components.Access;
using AlphaFactory.Web.Components.States;

namespace AlphaFactory.Web.Features.Journal;

/// <summary>A deployment beside its backtest: what was judged each evening, and what a comparison finds now.</summary>
public sealed class TrackingModel(IDeployments deployments, IEvidenceStore store, IShadow shadow, CurrentUser user, ILogger<TrackingModel> log)
{
    /// <summary>Where the page stands.</summary>
    public PageState State { get; private set; } = new PageState.Loading();

    /// <summary>The deployment; null before it is read.</summary>
    public Deployment? Deployment { get; private set; }

    /// <summary>The days that were judged, oldest first.</summary>
    public IReadOnlyList<ShadowDay> Days { get; private set; } = [];

    /// <summary>All judged trades, newest first.</summary>
    public IReadOnlyList<TradeMatch> Rows { get; private set; } = [];

    /// <summary>How well it keeps to its backtest, over all judged days.</summary>
    public Tracking Tracking { get; private set; } = Tracking.Of([]);

    /// <summary>What its orders cost, over all judged days.</summary>
    public ExecutionQuality Quality { get; private set; } = ExecutionQuality.Of([]);

    /// <summary>False for a viewer, who may look only.</summary>
    public bool MayRun { get; private set; }

    /// <summary>What the last comparison that was asked for said; null before one.</summary>
    public string? Said { get; private set; }

    /// <summary>Reads what was judged.</summary>
    public async Task LoadAsync(string id, CancellationToken cancellationToken) => State = await StoreFault.GuardAsync(() => ReadAsync(id, cancellationToken), log);

    /// <summary>Compares now.</summary>
    public async Task JudgeAsync(CancellationToken cancellationToken)
    {
        if (Deployment is not { } deployment || !MayRun)
        {
            return;
        }

        Said = await shadow.JudgeAsync(deployment.Id, cancellationToken) switch
        {
            ShadowAnswer.Judged judged => Words(judged),
            ShadowAnswer.Nothing nothing => nothing.Words,
            _ => null,
        };
        await LoadAsync(deployment.Id, cancellationToken);
    }

    private async Task<PageState> ReadAsync(string id, CancellationToken cancellationToken)
    {
        MayRun = await user.MayRunAsync();
        Deployment = await deployments.FindAsync(id, cancellationToken);
        if (Deployment is null)
        {
            return new PageState.Failed("There is no such deployment", $"Nothing is deployed under \"{id}\". It may be a link from another installation.", IsFinal: true);
        }

        Days = await store.DaysAsync(id, cancellationToken);
        Rows = [.. Days.SelectMany(day => day.Rows).OrderByDescending(row => row.Either.Entered)];
        Tracking = Tracking.Of(Rows);
        Quality = ExecutionQuality.Of([.. Days.SelectMany(day => day.Orders)]);
        return Days.Count > 0 ? new PageState.Ready() : new PageState.Empty("No day of it has been judged yet. Each trading day is compared with its backtest once it is over on the clock of its market.");
    }

    private static string Words(ShadowAnswer.Judged judged)
    {
        var outcome = judged.Outcome;
        var (bars, odd) = (outcome.Bars.Count, outcome.Rows.Count(row => row.Kind != MatchKind.Same));
        string data = !outcome.HasStored ? "The store holds none of these bars, so whether it would tell otherwise is not known."
            : outcome.Differences.Count == 0 ? "Every bar is stored as it was seen." : $"{outcome.Differences.Count} bars are stored otherwise than they were seen.";
        return FormattableString.Invariant($"Compared over {bars:N0} bars: {outcome.Rows.Count:N0} trades, {odd:N0} of them different. {data} {(judged.NewDays == 0 ? "No further day is over yet." : $"Days judged for the first time: {judged.NewDays:N0}.")}");
    }
}
