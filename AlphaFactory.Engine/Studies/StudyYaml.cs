using System.Globalization;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.CrossValidation;
using AlphaFactory.Engine.Optimization.WalkForward;
using AlphaFactory.Engine.Runs;
using YamlDotNet.RepresentationModel;

namespace AlphaFactory.Engine.Studies;

/// <summary>
/// A study as a file: the keys of a run file, and beside them <c>ranges</c>, <c>where</c>, <c>objective</c>, <c>method</c> and <c>budget</c>; of a
/// walk-forward also <c>train</c>, <c>test</c>, <c>step</c>, <c>purge</c>, <c>anchored</c> and <c>train_pct</c>, of a cross-validation <c>folds</c>, <c>test_folds</c>,
/// <c>purge</c> and <c>embargo</c>. The run's <c>seed</c> is that of the search.
/// </summary>
public static class StudyYaml
{
    private const string Ranges = "ranges", Where = "where", Objective = "objective", Method = "method", Budget = "budget";
    private const string Train = "train", Test = "test", Step = "step", Purge = "purge", Anchored = "anchored", TrainPercent = "train_pct";
    private const string Folds = "folds", TestFolds = "test_folds", Embargo = "embargo";

    private static readonly string[] s_sweepKeys = [Ranges, Where, Objective, Method, Budget], s_walkKeys = [Train, Test, Step, Purge, Anchored, TrainPercent], s_foldKeys = [Folds, TestFolds, Purge, Embargo];

    /// <summary>The canonical text of a study.</summary>
    public static string Write(StudySpec spec)
    {
        var tried = spec.Tried;
        var root = new YamlMappingNode();
        var ranges = new YamlMappingNode();
        foreach (var axis in tried.Axes)
        {
            ranges.Add(axis.Name, axis.Range);
        }

        root.Add(Ranges, ranges);
        Put(Where, tried.Where);
        Put(Objective, tried.Objective);
        Put(Method, tried.Method);
        Put(Budget, tried.Budget?.ToString(CultureInfo.InvariantCulture));
        if (spec is WalkForwardStudy { Walk: var walk })
        {
            Put(TrainPercent, walk.TrainShare is { } share ? PercentText.OfFraction(share) : null);
            Put(Train, walk.TrainShare is null ? Whole(walk.Train) : null);
            Put(Test, walk.TrainShare is null ? Whole(walk.Test) : null);
            Put(Step, walk.Step is { } step ? Whole(step) : null);
            Put(Purge, Whole(walk.Purge));
            Put(Anchored, walk.Anchored ? "true" : "false");
        }

        if (spec is CrossValidationStudy { Validation: var validation })
        {
            Put(Folds, Whole(validation.Folds));
            Put(TestFolds, Whole(validation.TestFolds));
            Put(Purge, Whole(validation.Purge));
            Put(Embargo, Whole(validation.Embargo));
        }

        return RunSpecYaml.Write(tried.Run) + RunSpecYaml.Text(root);

        void Put(string key, string? text)
        {
            if (text is not null)
            {
                root.Add(key, text);
            }
        }
    }

    /// <summary>Reads a study.</summary>
    /// <param name="text">YAML or JSON.</param>
    /// <param name="kind">Sweep, walk-forward or cross-validation.</param>
    /// <exception cref="RunSpecException">It cannot be read; every fault is listed.</exception>
    public static StudySpec Read(string text, RunKind kind)
    {
        var faults = new List<string>();
        var root = RunSpecYaml.Root(text);
        string[] own = [.. s_sweepKeys, .. kind switch { RunKind.WalkForward => s_walkKeys, RunKind.CrossValidation => s_foldKeys, _ => [] }];
        var given = root.Children.Where(pair => own.Contains(pair.Key.ToString())).ToDictionary(pair => pair.Key.ToString(), pair => pair.Value);
        RunSpec? run = null;
        try
        {
            run = RunSpecYaml.Read(new YamlMappingNode(root.Children.Where(pair => !given.ContainsKey(pair.Key.ToString()))), own);
        }
        catch (RunSpecException fault)
        {
            faults.AddRange(fault.Faults);
        }

        var sweep = new SweepDefinition
        {
            Run = run ?? new RunSpec { Strategy = "", Symbol = "" },
            Axes = Axes(given, faults),
            Where = Scalar(given, Where, faults) is { Length: > 0 } where ? where : null,
            Objective = Scalar(given, Objective, faults) ?? "sharpe",
            Method = Scalar(given, Method, faults) ?? "grid",
            Budget = Number(given, Budget, faults),
            Seed = run?.Seed ?? 1,
        };
        StudySpec spec = kind switch
        {
            RunKind.WalkForward => new WalkForwardStudy(Walk(sweep, given, faults)),
            RunKind.CrossValidation => new CrossValidationStudy(Validation(sweep, given, faults)),
            _ => new SweepStudy(sweep),
        };
        return faults.Count > 0 ? throw new RunSpecException(faults) : spec;
    }

    private static IReadOnlyList<SweepAxis> Axes(Dictionary<string, YamlNode> given, List<string> faults)
    {
        if (!given.TryGetValue(Ranges, out var node))
        {
            faults.Add("ranges is missing. Name what is varied, such as ranges: {fast: 5..60, slow: 20..200:2}.");
            return [];
        }

        if (node is YamlScalarNode { Value: { } id })
        {
            var preset = SweepPreset.All.FirstOrDefault(one => one.Id == id);
            faults.AddRange(preset is null ? [$"ranges: {SweepPreset.Miss(id)}"] : []);
            return preset?.Axes ?? [];
        }

        if (node is not YamlMappingNode map)
        {
            faults.Add("ranges must be the id of a set of ranges, or hold one line for each parameter, such as fast: 5..60.");
            return [];
        }

        var axes = new List<SweepAxis>();
        foreach (var (name, value) in map.Children)
        {
            string range = value is YamlSequenceNode list ? string.Join(',', list.Children) : value.ToString();
            try
            {
                axes.Add(SweepAxis.Parse($"{name}={range}"));
            }
            catch (RunSpecException fault)
            {
                faults.AddRange(fault.Faults);
            }
        }

        return axes;
    }

    private static WalkForwardDefinition Walk(SweepDefinition sweep, Dictionary<string, YamlNode> given, List<string> faults)
    {
        double? share = Scalar(given, TrainPercent, faults) is { } percent ? PercentText.ToFraction(percent) ?? double.NaN : null;
        int? train = Number(given, Train, faults);
        if (share is not null && train is not null)
        {
            faults.Add("train and train_pct are both given. Leave one of them out.");
        }

        string? anchored = Scalar(given, Anchored, faults);
        if (anchored is not (null or "true" or "false"))
        {
            faults.Add($"anchored is \"{anchored}\" but must be true or false.");
        }

        return new WalkForwardDefinition
        {
            Sweep = sweep,
            Train = train ?? 0,
            Test = Number(given, Test, faults) ?? (train / 4) ?? 0,
            Step = Number(given, Step, faults),
            Purge = Number(given, Purge, faults) ?? 0,
            Anchored = anchored == "true",
            TrainShare = train is null ? share ?? WalkForwardDefinition.UsualShare : null,
        };
    }

    private static CrossValidationDefinition Validation(SweepDefinition sweep, Dictionary<string, YamlNode> given, List<string> faults)
    {
        int tested = Number(given, TestFolds, faults) ?? 1;
        return new CrossValidationDefinition
        {
            Sweep = sweep,
            Folds = Number(given, Folds, faults) ?? (tested > 1 ? CrossValidationDefinition.UsualGroups : CrossValidationDefinition.UsualFolds),
            TestFolds = tested,
            Purge = Number(given, Purge, faults) ?? 0,
            Embargo = Number(given, Embargo, faults) ?? 0,
        };
    }

    private static string? Scalar(Dictionary<string, YamlNode> given, string key, List<string> faults)
    {
        if (given.TryGetValue(key, out var node) && node is not YamlScalarNode)
        {
            faults.Add($"{key} must be one value.");
        }

        return node is YamlScalarNode { Value: { } text } && text is not ("null" or "~") ? text : null;
    }

    private static int? Number(Dictionary<string, YamlNode> given, string key, List<string> faults)
    {
        if (Scalar(given, key, faults) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number))
        {
            return number;
        }

        faults.Add($"{key} is \"{text}\" but must be a whole number.");
        return null;
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
