using System.Globalization;
using AlphaFactory.Core.Formulas;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.CrossValidation;
using AlphaFactory.Engine.Optimization.WalkForward;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;

namespace AlphaFactory.Web.Components.Studies;

/// <summary>What came of reading the texts of a study.</summary>
/// <param name="Sweep">What would be tried; only to be started without a fault.</param>
/// <param name="Faults">Faults by the field they belong to.</param>
/// <param name="Places">Where in an expression the fault lies, by field.</param>
public sealed record StudyCheck(SweepDefinition Sweep, IReadOnlyDictionary<string, string> Faults, IReadOnlyDictionary<string, int> Places)
{
    /// <summary>Reads a draft.</summary>
    public static StudyCheck Of(StudyDraft draft, RunSpec run, IReadOnlyCollection<string> names, StatisticRegistry statistics)
    {
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var axes = new List<SweepAxis>();
        foreach (var (name, text) in draft.Ranges)
        {
            try
            {
                axes.Add(SweepAxis.Parse($"{name}={text}"));
            }
            catch (RunSpecException unread)
            {
                faults[StudyDraft.Range + name] = unread.Faults[0];
            }
        }

        if (axes.Count == 0 && faults.Count == 0)
        {
            faults["ranges"] = "Nothing is varied. Tick at least one parameter, or take a preset.";
        }

        if (draft["where"] is { Length: > 0 } condition)
        {
            _ = Formula.Parse(condition, [.. names.Union(axes.Select(axis => axis.Name))], out string? wrong, out int at);
            Point("where", wrong, at);
        }

        _ = ObjectiveFormula.Parse(draft["objective"], statistics, out string? fault, out int place);
        Point("objective", fault, place);
        int? budget = Number("budget", 1);
        return new StudyCheck(
            new SweepDefinition
            {
                Run = run, Axes = axes, Where = draft["where"] is { Length: > 0 } where ? where : null, Objective = draft["objective"], Method = draft["method"], Budget = draft["method"] == "grid" ? null : budget,
                Seed = Number("tries_seed", int.MinValue) ?? 1,
            },
            faults,
            places);

        void Point(string key, string? fault, int at)
        {
            if (fault is not null)
            {
                (faults[key], places[key]) = (fault, at);
            }
        }

        int? Number(string key, int least) => StudyCheck.Number(draft, key, least, faults);
    }

    /// <summary>The walk-forward of a draft over so many bars; its faults are added to the others.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="bars">Bars of the period, which a share is a share of.</param>
    public (WalkForwardStudy Study, StudyCheck Check) Walk(StudyDraft draft, int bars)
    {
        var faults = new Dictionary<string, string>(Faults, StringComparer.Ordinal);
        int purge = Number(draft, "purge", 0, faults) ?? 0;
        WalkForwardDefinition walk;
        if (draft["share"] is { Length: > 0 } share)
        {
            bool read = double.TryParse(share, NumberStyles.Float, CultureInfo.InvariantCulture, out double percent) && percent is >= 1 and <= 99;
            if (!read)
            {
                faults["share"] = $"\"{share}\" must be a share to train on from 1 to 99 per cent.";
            }

            walk = WalkForwardDefinition.OfShare(Sweep, bars, read ? percent / 100 : 0.7, purge);
        }
        else
        {
            walk = new WalkForwardDefinition
            {
                Sweep = Sweep, Train = Number(draft, "train", 2, faults) ?? 504, Test = Number(draft, "test", 2, faults) ?? 126, Purge = purge, Step = Number(draft, "step", 1, faults), Anchored = draft["anchored"] == "true",
            };
        }

        return (new WalkForwardStudy(walk), this with { Faults = faults });
    }

    /// <summary>The cross-validation of a draft; its faults are added to the others.</summary>
    public (CrossValidationStudy Study, StudyCheck Check) Validation(StudyDraft draft)
    {
        var faults = new Dictionary<string, string>(Faults, StringComparer.Ordinal);
        bool several = draft["scheme"] == StudyDraft.Combinatorial;
        var validation = new CrossValidationDefinition
        {
            Sweep = Sweep,
            Folds = Whole("folds") ?? (several ? CrossValidationDefinition.UsualGroups : CrossValidationDefinition.UsualFolds),
            TestFolds = several ? Whole("test_folds") ?? CrossValidationDefinition.UsualTested : 1,
            Purge = Whole("purge") ?? 0,
            Embargo = Whole("embargo") ?? 0,
        };
        return (new CrossValidationStudy(validation), this with { Faults = faults });

        // Whether a number fits depends on the days there are; the engine says so with the range it may have.
        int? Whole(string key) => Number(draft, key, int.MinValue, faults);
    }

    private static int? Number(StudyDraft draft, string key, int least, Dictionary<string, string> faults)
    {
        if (draft[key].Length == 0)
        {
            return null;
        }

        if (int.TryParse(draft[key], NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out int number) && number >= least)
        {
            return number;
        }

        faults[key] = $"\"{draft[key]}\" must be a whole number{(least == int.MinValue ? "" : string.Create(CultureInfo.InvariantCulture, $" of {least} or more"))}.";
        return null;
    }
}
