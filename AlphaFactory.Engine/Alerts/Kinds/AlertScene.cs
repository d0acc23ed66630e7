using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Engine.Trading.Evidence.Reports;

namespace AlphaFactory.Engine.Alerts.Kinds;

/// <summary>What was read for one look, the same for all rules.</summary>
public sealed record AlertScene
{
    /// <summary>When it was read.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Runs of every kind that failed last, the newest first.</summary>
    public IReadOnlyList<RunRecord> FailedRuns { get; init; } = [];

    /// <summary>Stored series with how far they reach.</summary>
    public IReadOnlyList<SeriesCoverage> Series { get; init; } = [];

    /// <summary>What happened at the desk, oldest first; some of it may have been seen before.</summary>
    public IReadOnlyList<StoredDeskEvent> Events { get; init; } = [];

    /// <summary>Reports of the days judged last, and of the weeks that are over, oldest first.</summary>
    public IReadOnlyList<DayReport> Reports { get; init; } = [];

    /// <summary>What trades; null when it cannot be seen from this node.</summary>
    public DeskFrame? Desk { get; init; }

    /// <summary>Names of deployments by id.</summary>
    public IReadOnlyDictionary<string, string> Deployments { get; init; } = new Dictionary<string, string>();

    /// <summary>Deployments that are meant to trade now.</summary>
    internal IEnumerable<DeploymentFrame> Trading => (Desk?.Deployments ?? []).Where(deployment => deployment.IsRunning);

    /// <summary>Name of a deployment, its id where the name is not known.</summary>
    internal string NameOf(string id) => Deployments.GetValueOrDefault(id) ?? id;
}
