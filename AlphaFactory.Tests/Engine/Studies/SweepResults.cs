using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.Plateaus;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;

namespace AlphaFactory.Tests.Engine.Studies;

/// <summary>Outcomes of a small sweep with chosen figures.</summary>
internal static class SweepResults
{
    public static readonly SweepAxis[] Axes = [SweepAxis.Of("fast", 5, 20, 5), SweepAxis.Of("slow", 30, 60, 10)];

    /// <summary>Objective of each set: rises with both, with a lone spike.</summary>
    public static double[] Objectives { get; } = [.. Enumerable.Range(0, 16).Select(set => set == 3 ? 2.0 : (0.1 * (set / 4)) + (0.05 * (set % 4)))];

    public static SweepStudyResult Make(double? deflated = 0.97, double? overfit = 0.2, double? byChance = 0.01, double? @default = 0.1, double? hold = 0.05, bool any = true)
    {
        SweepRow Row(long set) => new(set, new Dictionary<string, string> { ["fast"] = Axes[0].Values[(int)set / 4], ["slow"] = Axes[1].Values[(int)set % 4] }, Figures(Objectives[set]), Objectives[set]);
        var run = new RunSpec { Strategy = "sma-crossover", Symbol = "DEMO-FERM", Parameters = new Dictionary<string, string> { ["fast"] = "20", ["slow"] = "50" } };
        return new SweepStudyResult
        {
            Sweep = new SweepDefinition { Run = run, Axes = Axes, Where = "fast < slow" }, Sets = 16, Combinations = 16, Bars = 1000, Elapsed = TimeSpan.FromSeconds(2), Engine = "kernel", Nodes = ["here"],
            Best = any ? Row(3) : null, Plateau = any ? Row(10) : null, BestGround = any ? new Plateau(3, 0.2, 4, 0) : null, PlateauGround = any ? new Plateau(10, 0.3, 9, 0.9) : null,
            Default = new SweepRow(null, run.Parameters, Figures(@default), @default), BuyAndHold = new SweepRow(null, new Dictionary<string, string>(), Figures(hold), hold),
            DeflatedSharpe = deflated is { } value ? new Measure(value, null) : Measure.Undefined("no set has a spread"), Trials = 80, Top = any ? [Row(3), Row(15), Row(14)] : [],
            Histogram = [new HistogramBin(0, 0.25, 9), new HistogramBin(0.25, 0.5, 6), new HistogramBin(1.75, 2, 1)],
            Grids = [new PairGrid("fast", "slow", Axes[0].Values, Axes[1].Values, Objectives, Objectives, Objectives, [.. Enumerable.Repeat(1L, 16)])],
            Clusters = any ? new SetClusters(0.4, 3, 2, [new SetCluster(2, [new ClusterRange("fast", true, ["15", "20"]), new ClusterRange("slow", true, ["50", "60"])], 0.425, 15, Row(15).Values, 0.45), new SetCluster(1, [new ClusterRange("fast", true, ["5"]), new ClusterRange("slow", true, ["60"])], 2, 3, Row(3).Values, 2)]) : null,
            Overfit = overfit is { } pbo ? new OverfitEvidence(16, 16, 12870, pbo, 0.1, 0.4, 0.1, [], [1.2, 1.1, 0.9], [0.4, -0.2, 0.5]) : null, OverfitReason = overfit is null ? "16 sets have fewer than 32 days" : null,
            Superiority = byChance is { } p ? new SuperiorityEvidence(16, 1000, p, p, p, p) : null, SuperiorityReason = byChance is null ? "the sets do not differ" : null,
        };
    }

    private static Dictionary<string, double?> Figures(double? sharpe) => new() { ["sharpe"] = sharpe, ["total_return"] = sharpe / 4, ["max_drawdown"] = -0.2, ["trades"] = 21 };
}
