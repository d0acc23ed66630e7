using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Web.Components.Runs;

namespace AlphaFactory.Web.Components.Studies;

/// <summary>Addresses of runs and studies, from the root.</summary>
public static class StudyLink
{
    /// <summary>The page of a run of any kind.</summary>
    public static string To(RunRecord run) => run.Kind switch
    {
        RunKind.Sweep => "optimise/" + run.Id,
        RunKind.WalkForward => "walk-forward/" + run.Id,
        RunKind.CrossValidation => "cross-validation/" + run.Id,
        _ => "results/" + run.Id,
    };

    /// <summary>The form of a sweep of this run, with the strategy's own ranges.</summary>
    public static string Optimise(RunSpec run) => "optimise?" + RunLink.ToQuery(RunLink.ValuesOf(run));

    /// <summary>The form of a walk-forward of this run, with the strategy's own ranges.</summary>
    public static string WalkForward(RunSpec run) => "walk-forward?" + RunLink.ToQuery(RunLink.ValuesOf(run));

    /// <summary>The form with everything a study asked.</summary>
    public static string Again(StudySpec study)
    {
        var draft = StudyDraft.Of(study.Tried);
        string page = "optimise";
        if (study is WalkForwardStudy { Walk: var walk })
        {
            page = "walk-forward";
            draft = new[] { ("train", walk.Train), ("test", walk.Test), ("purge", walk.Purge), ("step", walk.Step ?? 0) }.Where(pair => pair.Item1 != "step" || pair.Item2 > 0)
                .Aggregate(draft, (changed, pair) => changed.With(pair.Item1, pair.Item2.ToString(System.Globalization.CultureInfo.InvariantCulture))).With("anchored", walk.Anchored ? "true" : "false");
        }

        if (study is CrossValidationStudy { Validation: var validation })
        {
            page = "walk-forward";
            draft = new[] { ("folds", validation.Folds), ("test_folds", validation.TestFolds), ("purge", validation.Purge), ("embargo", validation.Embargo) }.Where(pair => pair.Item1 != "test_folds" || validation.IsCombinatorial)
                .Aggregate(draft, (changed, pair) => changed.With(pair.Item1, pair.Item2.ToString(System.Globalization.CultureInfo.InvariantCulture))).With("scheme", validation.IsCombinatorial ? StudyDraft.Combinatorial : StudyDraft.KFold);
        }

        return $"{page}?{string.Join('&', new[] { RunLink.ToQuery(RunLink.ValuesOf(study.Run)), draft.ToQuery() }.Where(part => part.Length > 0))}";
    }
}
