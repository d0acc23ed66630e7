using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Comparison;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Strategies;
using AlphaFactory.Web.Components.Runs;
using AlphaFactory.Web.Components.States;
using AlphaFactory.Web.Components.Values;

namespace AlphaFactory.Web.Features.Diff;

/// <summary>Two finished runs and what differs between them.</summary>
public sealed class DiffModel(IRunStore runs, StatisticRegistry statistics, IStrategyCatalog strategies, ILogger<DiffModel> log)
{
    private const int MostOffered = 100;

    private static readonly RunState[] s_finished = [RunState.Done];

    public PageState State { get; private set; } = new PageState.Loading();

    public RunRecord? First { get; private set; }

    public RunRecord? Second { get; private set; }

    /// <summary>Null until both runs are chosen.</summary>
    public RunDifference? Difference { get; private set; }

    public BacktestResult? FirstResult { get; private set; }

    public BacktestResult? SecondResult { get; private set; }

    /// <summary>Finished runs one can choose, newest first; those chosen are among them.</summary>
    public IReadOnlyList<RunRecord> Offered { get; private set; } = [];

    /// <summary>Reads the runs of a link; an absent id is a choice still to be made.</summary>
    public async Task LoadAsync(string? first, string? second, CancellationToken cancellationToken) =>
        State = await StoreFault.GuardAsync(() => ReadAsync(first, second, cancellationToken), log);

    /// <summary>What a setting is called on the page.</summary>
    public string Label(SettingDifference setting) =>
        SettingWords.Of(setting, new[] { FirstResult, SecondResult }.OfType<BacktestResult>().Select(result => RunStrategy.Find(strategies, result.Spec, out _)?.Parameters).OfType<IParameterSchema>());

    /// <summary>Name of a figure.</summary>
    public string NameOf(string id) => statistics.Find(id)?.Name ?? char.ToUpperInvariant(id[0]) + id[1..].Replace('_', ' ');

    /// <summary>A figure as written; null when it is undefined.</summary>
    public string? Write(string id, double? value, bool plus = false) => statistics.Find(id)?.Unit switch
    {
        StatisticUnit.Fraction => FigureText.Percent(value, 2, plus),
        StatisticUnit.Money => FigureText.Money(value, plus: plus),
        StatisticUnit.Count or StatisticUnit.Days => FigureText.Number(value, 0, plus),
        null when id is "break_even_cost" or "cost_per_side" => FigureText.Percent(value, 3, plus),
        null => FigureText.Money(value, plus: plus),
        _ => FigureText.Number(value, 3, plus),
    };

    private async Task<PageState> ReadAsync(string? first, string? second, CancellationToken cancellationToken)
    {
        (First, Second, FirstResult, SecondResult, Difference) = (null, null, null, null, null);
        Offered = await runs.ListAsync(new RunQuery(s_finished, Take: MostOffered), cancellationToken);
        foreach (string id in new[] { first, second }.OfType<string>())
        {
            if (await runs.FindAsync(id, cancellationToken) is not { } run)
            {
                return new PageState.Failed("There is no such run", $"No run has the id \"{id}\". It may have been removed, or the link is cut short. Choose one of the list of results.", IsFinal: true);
            }

            if (run.State != RunState.Done)
            {
                return new PageState.Failed("Not finished", $"{run.Title} on {run.Spec.Symbol} has no result yet. Wait for it, or choose another run.");
            }

            Offered = Offered.Any(offered => offered.Id == id) ? Offered : [run, .. Offered];
            (First, Second) = id == first ? (run, Second) : (First, run);
        }

        Second = first == second ? First : Second;
        if (First is { } one && Second is { } other)
        {
            FirstResult = await runs.FindResultAsync(one.Id, cancellationToken);
            SecondResult = await runs.FindResultAsync(other.Id, cancellationToken);
            Difference = FirstResult is { } result && SecondResult is { } against ? RunDifference.Between(result, against) : null;
        }

        return Offered.Count > 0 ? new PageState.Ready() : new PageState.Empty("No run has finished yet. Two of them are needed to tell what differs.");
    }
}
