using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Strategies;
using AlphaFactory.Engine.Trading.Evidence.Ladder;
using AlphaFactory.Web.Components.States;

namespace AlphaFactory.Web.Features.Strategies;

/// <summary>Every strategy, in code or saved, with its last result.</summary>
public sealed class StrategiesModel(StrategyCatalog catalog, IRunStore runs, ILadder ladder, ILogger<StrategiesModel> log)
{
    private static readonly RunState[] Finished = [RunState.Done];

    /// <summary>Where the page stands.</summary>
    public PageState State { get; private set; } = new PageState.Loading();

    /// <summary>One entry per strategy, by name.</summary>
    public IReadOnlyList<StrategyCard> Cards { get; private set; } = [];

    /// <summary>Reads the last result and the number of tries of each.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken) => State = await StoreFault.GuardAsync(() => ReadAsync(cancellationToken), log);

    private async Task<PageState> ReadAsync(CancellationToken cancellationToken)
    {
        await catalog.RefreshAsync(cancellationToken);
        List<StrategyCard> cards = [];
        foreach (StrategyEntry entry in catalog.All.OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            IReadOnlyList<RunRecord> last = await runs.ListAsync(new RunQuery(Finished, entry.Id, Take: 1), cancellationToken);
            cards.Add(new StrategyCard(entry, last.Count > 0 ? last[0] : null, await runs.CountTrialsAsync(entry.Id, cancellationToken), (await ladder.OfStrategyAsync(entry.Id, cancellationToken)).Stage));
        }

        Cards = cards;
        return new PageState.Ready();
    }
}

/// <summary>What the page says of one strategy.</summary>
/// <param name="Entry">Its registration.</param>
/// <param name="Last">Its newest finished run; null before the first.</param>
/// <param name="Tries">Runs ever started of it.</param>
/// <param name="Stage">How far it has come.</param>
public sealed record StrategyCard(StrategyEntry Entry, RunRecord? Last, int Tries, LadderStage Stage);
