using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Comparison;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Strategies;
using AlphaFactory.Web.Components.Runs;
using AlphaFactory.Web.Components.States;
using AlphaFactory.Web.Components.Studies;

namespace AlphaFactory.Web.Features.Compare;

/// <summary>Reads the runs of a comparison and holds them side by side; knows the runs that could be added.</summary>
public sealed class CompareModel(IRunStore runs, StatisticRegistry statistics, IStrategyCatalog strategies, ILogger<CompareModel> log)
{
    private const int PickerRows = 12, MostBeside = 4, MostRowsBeside = 9;

    /// <summary>Where the page stands.</summary>
    public PageState State { get; private set; } = new PageState.Loading();

    /// <summary>The runs read, in order; a link may name some that are gone.</summary>
    public IReadOnlyList<RunRecord> Runs { get; private set; } = [];

    /// <summary>The comparison; null below two runs.</summary>
    public RunComparison? Comparison { get; private set; }

    /// <summary>What of the link could not be shown, in words.</summary>
    public IReadOnlyList<string> Notes { get; private set; } = [];

    /// <summary>True when the settings that differ need the whole width: beside the curves they would push what the page is about out of sight.</summary>
    public bool HasManySettings => Comparison is { } comparison && (comparison.Runs.Count > MostBeside || comparison.Settings.Count(setting => !setting.IsSame) > MostRowsBeside);

    /// <summary>Reads the runs of an address.</summary>
    public async Task LoadAsync(CompareAddress address, CancellationToken cancellationToken)
    {
        Comparison = null;
        State = await StoreFault.GuardAsync(() => ReadAsync(address, cancellationToken), log);
    }

    /// <summary>Finished runs that are not in the comparison yet, newest first.</summary>
    public async Task<IReadOnlyList<RunRecord>> FindAsync(string? text, CancellationToken cancellationToken)
    {
        var taken = Runs.Select(run => run.Id).ToHashSet();
        var found = await runs.ListAsync(new RunQuery([RunState.Done], Take: PickerRows + taken.Count, Text: string.IsNullOrWhiteSpace(text) ? null : text.Trim()), cancellationToken);
        return [.. found.Where(run => !taken.Contains(run.Id)).Take(PickerRows)];
    }

    /// <summary>What a setting is called on the page.</summary>
    public string Label(SettingDifference setting) =>
        SettingWords.Of(setting, Comparison!.Runs.Select(run => RunStrategy.Find(strategies, run.Result.Spec, out _)?.Parameters).OfType<IParameterSchema>());

    private async Task<PageState> ReadAsync(CompareAddress address, CancellationToken cancellationToken)
    {
        List<RunRecord> found = [];
        List<ComparedRun> compared = [];
        List<string> notes = [];
        foreach (string id in address.Runs.Take(RunComparison.Most))
        {
            if (await runs.FindAsync(id, cancellationToken) is not { } run)
            {
                notes.Add($"There is no run \"{id}\".");
            }
            else if (run.Kind != RunKind.Backtest)
            {
                notes.Add($"{run.Title} on {run.Spec.Symbol} is a study ({StudyWords.Kind(run.Kind).ToLowerInvariant()}) of many backtests; open sets of it from its page to compare them.");
            }
            else if (await runs.FindResultAsync(id, cancellationToken) is not { } result)
            {
                notes.Add($"{run.Title} on {run.Spec.Symbol} is {ChoiceText.Of(run.State)} and has no result{(run.State is RunState.Queued or RunState.Running ? " yet" : "")}.");
            }
            else
            {
                found.Add(run);
                compared.Add(new ComparedRun(run.Id, run.Title, result, await runs.CountTrialsAsync(run.Spec.Strategy, cancellationToken)));
            }
        }

        if (address.Repeats)
        {
            notes.Add("The link names a run more than once; it is shown once.");
        }

        if (address.Runs.Count > RunComparison.Most)
        {
            notes.Add($"The link names {address.Runs.Count} runs; the first {RunComparison.Most} are shown.");
        }

        (Runs, Notes) = (found, notes);
        if (compared.Count < 2)
        {
            return new PageState.Empty(compared.Count == 0 ? "Choose two to eight finished runs to hold side by side." : $"{compared[0].Title} needs a second run to be held against.");
        }

        Comparison = RunComparison.Of(compared, statistics, compared[0].Result.Spec.Seed);
        return new PageState.Ready();
    }
}
