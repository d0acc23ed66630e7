using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.CrossValidation;
using AlphaFactory.Engine.Optimization.WalkForward;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;

namespace AlphaFactory.Tests.Engine.Studies;

public sealed class StudyYamlTests
{
    private static readonly SweepDefinition s_sweep = new()
    {
        Run = new RunSpec { Strategy = "sma-crossover", Symbol = "AAPL", Parameters = new Dictionary<string, string> { ["entry"] = "state" }, Seed = 7 },
        Axes = [SweepAxis.Parse("fast=5..60"), SweepAxis.Parse("slow=20..200:2.5"), SweepAxis.Parse("stop_pct=none,3,8")],
        Where = "fast < slow", Objective = "sharpe - 0.1 * turnover", Method = "tpe", Budget = 300, Seed = 7,
    };

    [Fact]
    public void A_sweep_read_back_is_the_sweep_written()
    {
        string text = StudyYaml.Write(new SweepStudy(s_sweep));
        var read = Assert.IsType<SweepStudy>(StudyYaml.Read(text, RunKind.Sweep)).Sweep;
        Assert.Equal(s_sweep.Axes.Select(axis => (axis.Name, string.Join('|', axis.Values))), read.Axes.Select(axis => (axis.Name, string.Join('|', axis.Values))));
        Assert.Equal((s_sweep.Where, s_sweep.Objective, s_sweep.Method, s_sweep.Budget, s_sweep.Seed), (read.Where, read.Objective, read.Method, read.Budget, read.Seed));
        Assert.Equal(text, StudyYaml.Write(new SweepStudy(read)));
        Assert.Contains("fast: 5..60\n", text, StringComparison.Ordinal);
        Assert.Contains("slow: 20..200:2.5\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_walk_forward_read_back_is_the_one_written()
    {
        foreach (var walk in new[] { new WalkForwardDefinition { Sweep = s_sweep, Train = 504, Test = 126, Step = 63, Purge = 5, Anchored = true }, new WalkForwardDefinition { Sweep = s_sweep, Train = 0, Test = 0, TrainShare = 0.6 } })
        {
            string text = StudyYaml.Write(new WalkForwardStudy(walk));
            var read = Assert.IsType<WalkForwardStudy>(StudyYaml.Read(text, RunKind.WalkForward)).Walk;
            Assert.Equal((walk.Train, walk.Test, walk.Step, walk.Purge, walk.Anchored, walk.TrainShare), (read.Train, read.Test, read.Step, read.Purge, read.Anchored, read.TrainShare));
            Assert.Equal(text, StudyYaml.Write(new WalkForwardStudy(read)));
        }
    }

    [Fact]
    public void A_cross_validation_read_back_is_the_one_written_and_has_the_usual_folds_unless_told_otherwise()
    {
        var validation = new CrossValidationDefinition { Sweep = s_sweep, Folds = 8, TestFolds = 3, Purge = 5, Embargo = 60 };
        string text = StudyYaml.Write(new CrossValidationStudy(validation));
        var read = Assert.IsType<CrossValidationStudy>(StudyYaml.Read(text, RunKind.CrossValidation)).Validation;
        Assert.Equal((8, 3, 5, 60), (read.Folds, read.TestFolds, read.Purge, read.Embargo));
        Assert.Equal(text, StudyYaml.Write(new CrossValidationStudy(read)));
        Assert.Equal((5, 1, 0, 0), Cut(""));
        Assert.Equal((6, 2, 0, 0), Cut("\ntest_folds: 2"));
        Assert.Contains("\"train\" is not a key", Assert.Throws<RunSpecException>(() => Cut("\ntrain: 100")).Message, StringComparison.Ordinal);
        Assert.Contains("folds is \"many\" but must be a whole number", Assert.Throws<RunSpecException>(() => Cut("\nfolds: many")).Message, StringComparison.Ordinal);

        static (int, int, int, int) Cut(string more)
        {
            var found = ((CrossValidationStudy)StudyYaml.Read("strategy: sma-crossover\nsymbol: A\nranges: sma" + more, RunKind.CrossValidation)).Validation;
            return (found.Folds, found.TestFolds, found.Purge, found.Embargo);
        }
    }

    [Fact]
    public void Json_is_read_with_lists_and_the_usual_share()
    {
        var walk = Assert.IsType<WalkForwardStudy>(StudyYaml.Read("""{"strategy":"sma-crossover","symbol":"AAPL","ranges":{"fast":[5,10,20],"slow":"20..60:10"},"where":"fast < slow"}""", RunKind.WalkForward)).Walk;
        Assert.Equal(["5", "10", "20"], walk.Sweep.Axes[0].Values);
        Assert.Equal(0.7, walk.TrainShare);
        Assert.Equal((700, 300), (walk.On(1000).Train, walk.On(1000).Test));
        Assert.Equal("sma", SweepPreset.All.Single(preset => preset.Axes[0].Values.SequenceEqual(((SweepStudy)StudyYaml.Read("strategy: sma-crossover\nsymbol: A\nranges: sma", RunKind.Sweep)).Sweep.Axes[0].Values)).Id);
    }

    [Fact]
    public void Every_fault_is_listed()
    {
        var fault = Assert.Throws<RunSpecException>(() => StudyYaml.Read("strategy: sma-crossover\nsymbl: A\nranges: {fast: 9..5}\nbudget: many\ntrain: 100\ntrain_pct: 70", RunKind.WalkForward));
        Assert.Equal(4, fault.Faults.Count);
        Assert.Contains(fault.Faults, line => line.Contains("Did you mean \"symbol\"?", StringComparison.Ordinal));
        Assert.Contains("\"train\" is not a key", Assert.Throws<RunSpecException>(() => StudyYaml.Read("strategy: s\nsymbol: A\nranges: sma\ntrain: 100", RunKind.Sweep)).Message, StringComparison.Ordinal);
    }
}
