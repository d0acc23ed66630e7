using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Features.Home;

namespace AlphaFactory.Tests.Web.Features;

public sealed class FirstStepsTests
{
    private static readonly SeriesCoverage Demo = Series("DEMO-FERM", "demo", synthetic: true), Own = Series("AAPL", "csv", synthetic: false);

    [Fact]
    public void The_first_step_is_the_demo_backtest() => Assert.Equal(StepKind.RunDemo, FirstSteps.Of([], [Demo]).Next?.Kind);

    [Fact]
    public void After_one_run_a_parameter_is_moved() => Assert.Equal(StepKind.MoveParameter, FirstSteps.Of([Run("SMA crossover 20/50", synthetic: true)], [Demo]).Next?.Kind);

    [Fact]
    public void The_same_run_twice_moves_no_parameter()
    {
        RunRecord run = Run("SMA crossover 20/50", synthetic: true);

        Assert.Equal(StepKind.MoveParameter, FirstSteps.Of([run, run], [Demo]).Next?.Kind);
    }

    [Fact]
    public void With_two_settings_tried_own_data_comes_next()
    {
        RunRecord[] runs = [Run("SMA crossover 20/50", synthetic: true), Run("SMA crossover 24/62", synthetic: true)];

        Assert.Equal(StepKind.Import, FirstSteps.Of(runs, [Demo]).Next?.Kind);
        Assert.Equal(StepKind.RunOwn, FirstSteps.Of(runs, [Demo, Own]).Next?.Kind);
    }

    [Fact]
    public void Nothing_is_left_once_own_data_was_run() =>
        Assert.Null(FirstSteps.Of([Run("SMA crossover 20/50", synthetic: true), Run("SMA crossover 24/62", synthetic: false)], [Demo, Own]).Next);

    private static RunRecord Run(string title, bool synthetic) => new()
    {
        Id = "a", Title = title, State = RunState.Done, IsSynthetic = synthetic, CreatedBy = "owner", CreatedAt = DateTimeOffset.UnixEpoch,
        Spec = new RunSpec { Strategy = "sma-crossover", Symbol = "DEMO-FERM" },
    };

    private static SeriesCoverage Series(string symbol, string source, bool synthetic) =>
        new(new SeriesKey(symbol, BarInterval.Daily, source), null, null, synthetic, 2516, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, false, DateTimeOffset.UnixEpoch);
}
