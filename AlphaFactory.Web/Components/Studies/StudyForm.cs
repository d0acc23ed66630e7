using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Strategies;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Web.Components.Drafts;

namespace AlphaFactory.Web.Components.Studies;

/// <summary>The form of a study: the run all sets share, what is varied, and how large it becomes. Optimise and Walk-forward share it.</summary>
/// <param name="strategies">The strategies there are.</param>
/// <param name="validator">Checks the run.</param>
/// <param name="bars">The series there are.</param>
/// <param name="statistics">What an objective is made of.</param>
/// <param name="studies">Estimates and starts.</param>
/// <param name="isWalk">True for a walk-forward or a cross-validation.</param>
public sealed class StudyForm(StrategyCatalog strategies, RunSpecValidator validator, IBarStore bars, StatisticRegistry statistics, IStudies studies, bool isWalk)
{
    private int _asked;

    /// <summary>The run all sets share.</summary>
    public DraftForm Run { get; } = new(strategies, validator, bars);

    /// <summary>What is asked beyond the run.</summary>
    public StudyDraft Draft { get; private set; } = StudyDraft.Read(null);

    /// <summary>What came of reading it.</summary>
    public StudyCheck Check { get; private set; } = new(new SweepDefinition { Run = new RunSpec { Strategy = "", Symbol = "" }, Axes = [] }, new Dictionary<string, string>(), new Dictionary<string, int>());

    /// <summary>The study as it would be started; null while there is a fault.</summary>
    public StudySpec? Study { get; private set; }

    /// <summary>How large it becomes; null while that is not known.</summary>
    public StudyEstimate? Estimate { get; private set; }

    /// <summary>True while it is being measured.</summary>
    public bool IsMeasuring { get; private set; }

    /// <summary>What the engine says against it, beyond what the fields show.</summary>
    public IReadOnlyList<string> Refusals { get; private set; } = [];

    /// <summary>Every fault of run and study, field by field.</summary>
    public IReadOnlyDictionary<string, string> Faults => Run.Check.Faults.Concat(Check.Faults).DistinctBy(pair => pair.Key).ToDictionary(StringComparer.Ordinal);

    /// <summary>What is wrong with one field of the study: what was read from it, or what the engine says against it.</summary>
    public string? FaultOf(string key) => Check.Faults.GetValueOrDefault(key) ?? Refusals.FirstOrDefault(refusal => refusal.StartsWith(key + " is ", StringComparison.Ordinal));

    /// <summary>The query of the page's address.</summary>
    public string Query => string.Join('&', new[] { Run.Draft.ToQuery(), Draft.ToQuery() }.Where(part => part.Length > 0));

    /// <summary>Reads the link and the store. A link that varies nothing gets what the strategy itself says is worth trying.</summary>
    public async Task OpenAsync(string? query, CancellationToken cancellationToken)
    {
        await Run.OpenAsync(query, cancellationToken);
        Draft = StudyDraft.Read(query);
        if (Draft.Ranges.Count == 0)
        {
            TakeOwnRanges();
        }

        Renew();
    }

    /// <summary>Sets a field of the run.</summary>
    public void SetRun(string key, string text)
    {
        Run.Set(key, text);
        if (key == "strategy")
        {
            TakeOwnRanges();
        }

        Renew();
    }

    /// <summary>Changes the run by one of its form's own ways.</summary>
    public void ChangeRun(Action<DraftForm> change)
    {
        change(Run);
        Renew();
    }

    /// <summary>Sets a field of the study.</summary>
    public void Set(string key, string text) => Take(Draft.With(key, text));

    /// <summary>Varies something, or no longer.</summary>
    public void Vary(string name, bool on) => Take(on ? Draft.With(StudyDraft.Range + name, RangeOf(name)) : Draft.Without(name));

    /// <summary>Takes the ranges of a preset that this strategy has beside those that are there.</summary>
    public void TakePreset(SweepPreset preset) => Take(preset.Axes.Aggregate(Draft, (draft, axis) => draft.With(StudyDraft.Range + axis.Name, StudyDraft.TextOf(axis))));

    /// <summary>Takes another draft.</summary>
    public void Take(StudyDraft draft)
    {
        Draft = draft;
        Renew();
    }

    /// <summary>The presets whose ranges this strategy and its run have.</summary>
    public IEnumerable<SweepPreset> Presets => SweepPreset.All.Where(preset => preset.Axes.All(axis => SweptSettings.All.Any(setting => setting.Key == axis.Name) || Names.Contains(axis.Name)));

    /// <summary>Measures a few sets; an answer that was overtaken by another question is dropped.</summary>
    public async Task MeasureAsync(CancellationToken cancellationToken)
    {
        int asked = ++_asked;
        (Estimate, Refusals, IsMeasuring) = (null, [], Study is not null);
        if (Study is not { } study)
        {
            return;
        }

        try
        {
            var estimate = await studies.EstimateAsync(study, cancellationToken);
            if (asked == _asked)
            {
                (Estimate, IsMeasuring) = (estimate, false);
            }
        }
        catch (RunSpecException refusal) when (asked == _asked)
        {
            (Refusals, IsMeasuring) = (refusal.Faults, false);
        }
        catch (RunSpecException)
        {
            // The form has moved on; so has the question.
        }
    }

    /// <summary>Starts the study when there is no fault.</summary>
    /// <returns>The run; null when a fault shows instead.</returns>
    public async Task<RunRecord?> StartAsync(string by, CancellationToken cancellationToken)
    {
        Run.Try();
        if (Study is not { } study)
        {
            return null;
        }

        try
        {
            return await studies.StartAsync(study, by, cancellationToken);
        }
        catch (RunSpecException refusal)
        {
            Refusals = refusal.Faults;
            return null;
        }
    }

    /// <summary>Settings of the run that can be varied.</summary>
    public IReadOnlyList<SweptSetting> Settings => SweptSettings.Of(Run.Check.Spec);

    private IReadOnlyCollection<string> Names => [.. Run.Strategy?.Parameters.Definitions.Select(parameter => parameter.Name) ?? []];

    private void TakeOwnRanges() => Draft = Draft.WithRanges(Run.Strategy is { } strategy ? StudyDraft.OwnRanges(strategy) : []);

    private string RangeOf(string name) =>
        Run.Strategy is { } strategy && StudyDraft.OwnRanges(strategy).FirstOrDefault(range => range.Key == name) is { Value: { } own } ? own
        : Settings.FirstOrDefault(setting => setting.Key == name) is { Usual: { } usual } ? usual
        : Run.Strategy?.Parameters.Definitions.FirstOrDefault(parameter => parameter.Name == name) is { } parameter ? SweptSettings.UsualOf(parameter)
        : "";

    private void Renew()
    {
        Check = StudyCheck.Of(Draft, Run.Check.Spec, Names, statistics);
        StudySpec study = new SweepStudy(Check.Sweep);
        if (isWalk && Draft.IsFolded)
        {
            (study, Check) = Check.Validation(Draft);
        }
        else if (isWalk)
        {
            (study, Check) = Check.Walk(Draft, (int)Run.Stock.BarsOf(Run.Check.Spec));
        }

        Study = Run.Check.IsValid && Check.Faults.Count == 0 ? study : null;
    }
}
