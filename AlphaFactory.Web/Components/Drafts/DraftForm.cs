using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Risk;
using AlphaFactory.Core.Rules;
using AlphaFactory.Core.Sizing;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Strategies;
using AlphaFactory.Web.Components.Runs;

namespace AlphaFactory.Web.Components.Drafts;

/// <summary>The form of a run: what is typed and what is wrong with it. New run, Optimise and Walk-forward share it.</summary>
public sealed class DraftForm(StrategyCatalog strategies, RunSpecValidator validator, IBarStore bars)
{
    private readonly HashSet<string> _touched = new(StringComparer.Ordinal);
    private bool _tried;

    public Stock Stock { get; private set; } = Stock.None;

    public RunDraft Draft { get; private set; } = RunDraft.Read(null);

    public DraftCheck Check { get; private set; } = new(new RunSpec { Strategy = "", Symbol = "" }, new Dictionary<string, string>());

    public StrategyEntry? Strategy => StrategyOf(Draft);

    /// <summary>Ids and names to choose from; a version or unsaved rules that a link names are among them.</summary>
    public IReadOnlyList<(string Id, string Name)> Choices
    {
        get
        {
            List<(string, string)> choices = [.. strategies.All.Select(entry => (entry.Id, entry.Name))];
            string chosen = Draft["strategy"];
            if (chosen.Length > 0 && strategies.All.All(entry => entry.Id != chosen))
            {
                choices.Add((chosen, Strategy is { } entry ? entry.Version is { } version ? $"{entry.Name}, version {version}" : "Rules, not saved" : chosen));
            }

            return choices;
        }
    }

    public IReadOnlyList<StrategyEntry> Strategies => strategies.All;

    public SeriesCoverage? Series => Stock.Find(Check.Spec);

    /// <summary>Reads the link and the store. A link that names no strategy or symbol gets the first there is.</summary>
    public async Task OpenAsync(string? query, CancellationToken cancellationToken)
    {
        await strategies.RefreshAsync(cancellationToken);
        Stock = Stock.Of(await bars.ListAsync(cancellationToken));
        var draft = RunDraft.Read(query);
        if (draft["strategy"].Length == 0 && strategies.All.Count > 0)
        {
            draft = draft.With("strategy", (strategies.Find("sma-crossover") ?? strategies.All[0]).Id);
        }

        if (draft["symbol"].Length == 0 && Stock.Series.Count > 0)
        {
            draft = Picked(draft, Stock.Series[0].Key);
        }

        Take(WithSettings(draft));
    }

    /// <summary>What to say at a field: only once a person has been there, or tried to start.</summary>
    public string? FaultOf(string key) => _tried || _touched.Contains(key) ? Check.Faults.GetValueOrDefault(key) : null;

    public void Set(string key, string text)
    {
        _touched.Add(key);
        Take(key == "strategy" ? WithSettings(WithoutSettings(Draft).WithStrategy(text)) : Draft.With(key, text));
    }

    /// <summary>Takes the parameters as the form has them; a value that is the default stays out of the link.</summary>
    public void SetParameters(IReadOnlyDictionary<string, string> parameters)
    {
        Take(Draft.WithParameters(NotDefault(Strategy?.Parameters, parameters)));
    }

    /// <summary>Takes the parameters of the sizing rule as the form has them.</summary>
    public void SetSizing(IReadOnlyDictionary<string, string> parameters) =>
        Take(Draft.WithSizingParameters(NotDefault(SizingRegistry.Shipped().Find(Draft["sizing"])?.Parameters, parameters)));

    public void SetRiskRule(string rule, bool on) => Take(Draft.WithRiskRule(rule, on));

    /// <summary>Takes the parameters of a risk rule as the form has them.</summary>
    public void SetRisk(string rule, IReadOnlyDictionary<string, string> parameters) =>
        Take(Draft.WithRiskParameters(rule, NotDefault(RiskRegistry.Shipped().Find(rule)?.Parameters, parameters)));

    public void Pick(SeriesKey series)
    {
        _touched.Add("symbol");
        Take(Picked(Draft, series));
    }

    /// <summary>Takes over a run file.</summary>
    /// <returns>Its faults; empty when it was taken.</returns>
    public IReadOnlyList<string> TakeFile(string text)
    {
        try
        {
            Take(RunDraft.Of(RunStrategy.WithSettings(strategies, RunSpecYaml.Read(text))));
            _tried = true;
            return [];
        }
        catch (RunSpecException fault)
        {
            return fault.Faults;
        }
    }

    /// <summary>From now on every fault shows, also at fields nobody has been to.</summary>
    /// <returns>True when there is none.</returns>
    public bool Try()
    {
        _tried = true;
        return Check.IsValid;
    }

    /// <summary>Shows what the engine refused, which belongs to no field.</summary>
    public void Refuse(IEnumerable<string> faults) => Check = Check with { Faults = new Dictionary<string, string> { [DraftCheck.Whole] = string.Join(" ", faults) } };

    private static IEnumerable<KeyValuePair<string, string>> NotDefault(IParameterSchema? schema, IReadOnlyDictionary<string, string> parameters) =>
        parameters.Where(pair => schema?.Definitions.FirstOrDefault(definition => definition.Name == pair.Key)?.Default != pair.Value);

    private static RunDraft Picked(RunDraft draft, SeriesKey series) =>
        draft.With("symbol", series.Symbol).With("interval", series.Interval.ToString()).With("source", series.Source);

    private StrategyEntry? StrategyOf(RunDraft draft) =>
        RunStrategy.Find(strategies, new RunSpec { Strategy = draft["strategy"], Rules = draft["rules"] is { Length: > 0 } rules ? rules : null, Symbol = "" }, out _);

    // A saved strategy brings its stops, targets and size along, where the link does not say otherwise.
    private RunDraft WithSettings(RunDraft draft) =>
        Settings(draft).Where(setting => !draft.Values.ContainsKey(setting.Key)).Aggregate(draft, (changed, setting) => changed.With(setting.Key, setting.Value));

    private RunDraft WithoutSettings(RunDraft draft)
    {
        HashSet<string> brought = [.. Settings(draft).Where(setting => draft[setting.Key] == setting.Value).Select(setting => setting.Key), "rules"];
        return new RunDraft(draft.Values.Where(pair => !brought.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal));
    }

    private Sequence<RuleSetting> Settings(RunDraft draft) => StrategyOf(draft) is { } strategy ? RuleStrategy.RulesOf(strategy)?.Settings ?? [] : [];

    private void Take(RunDraft draft)
    {
        Draft = draft;
        Check = draft.Check(strategies, validator, Stock);
    }
}
