using System.Globalization;
using AlphaFactory.Core.Costs.Commissions;
using AlphaFactory.Core.Costs.Slippages;
using AlphaFactory.Core.Exits;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Rules;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.Kernel;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Tests.Core.Rules;

namespace AlphaFactory.Tests.Engine.Optimization;

/// <summary>A further set of a sweep costs no memory: neither to look whether it is one, nor to compute its row.</summary>
public sealed class SetAllocationTests
{
    private static readonly StrategyRegistry s_strategies = StrategyRegistry.Shipped();
    private static readonly RunSpec s_allIn = new() { Strategy = "", Symbol = "SYNTH", Fill = FillConvention.SameClose, Fractional = true, Commission = new PercentCommission(), Slippage = new PercentSlippage() };
    private static readonly RunSpec s_general = s_allIn with { Fill = FillConvention.NextOpen, Fractional = false, SizeFraction = 0.8, Exits = new ExitRules { StopFraction = 0.05, TrailingAtr = 4, TakeProfitR = 3, TimeStopBars = 60 } };

    public static TheoryData<string> Ids => [.. s_strategies.All.Select(entry => entry.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_set_that_is_all_in_or_flat_allocates_nothing(string id) => Assert.Equal(0, Allocated(id, s_allIn));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_set_with_sizes_and_stops_allocates_nothing(string id) => Assert.Equal(0, Allocated(id, s_general));

    [Theory]
    [InlineData("buy when rsi($period=14) < $low=30 for $days=2 bars and close > $factor=1.01 * sma($trend=50) sell when rsi($period) > 60 sell after $after=20 bars")]
    [InlineData("buy when macd_hist($fast=12, $slow=26, $signal=9) > 0 short when close < donchian_lower($look=20)[1] cover otherwise")]
    public void A_set_of_rules_allocates_nothing(string rules)
    {
        var entry = RuleStrategy.Entry(RuleStrategy.Id, "Rules", Rules.Of(rules));
        var axes = entry.Parameters.Definitions.Select(parameter => new SweepAxis(parameter.Name, [parameter.Default, (double.Parse(parameter.Default, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture)]));
        Assert.Equal(0, Allocated(new SweepDefinition { Run = s_general with { Strategy = RuleStrategy.Id, Rules = rules }, Axes = [.. axes] }));
    }

    private static long Allocated(string id, RunSpec run)
    {
        var entry = s_strategies.Get(id);
        return Allocated(new SweepDefinition { Run = run with { Strategy = id }, Axes = [.. Axes(entry), new SweepAxis("slippage_pct", ["0.05", "0.1"])] });
    }

    private static long Allocated(SweepDefinition definition)
    {
        var space = new SweepSpace(definition, s_strategies);
        var period = RunPeriod.Of(space.Definition.Run, SweepRuns.Bars);
        var statistics = StatisticRegistry.Shipped();
        var evaluator = new SetEvaluator(new SweepContext(space, period, new KernelSeries(period.Seen, period.History), new ColumnCache(period.Seen), new SweepObjective("sharpe", statistics), statistics));
        double[] row = new double[SweepRows.Width];
        int sets = Walk();
        Assert.True(sets >= 2, $"{sets} sets");
        // Code that is not optimised yet may box where optimised code does not; what counts is what a set costs from then on.
        long allocated = -1;
        SpinWait.SpinUntil(() => (allocated = Again()) == 0, TimeSpan.FromSeconds(60));
        return allocated;

        long Again()
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Walk();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        int Walk()
        {
            int found = 0;
            for (long set = 0; set < space.Size; set++)
            {
                if (evaluator.IsSet(set))
                {
                    Assert.False(evaluator.Evaluate(set, row));
                    found++;
                }
            }

            return found;
        }
    }

    // Two values of every parameter, the choices among them, so that some sets do not fit together.
    private static IEnumerable<SweepAxis> Axes(StrategyEntry entry) => entry.Parameters.Definitions.Select(parameter => new SweepAxis(parameter.Name, Values(parameter))).Take(8);

    private static string[] Values(ParameterDefinition parameter) => parameter.Choices.Count > 0
        ? [.. parameter.Choices.Take(2)]
        : parameter.Sweep is { } sweep && sweep.From != sweep.To ? [.. new[] { sweep.From, sweep.To }.Select(value => value.ToString(CultureInfo.InvariantCulture))] : [parameter.Default];
}
