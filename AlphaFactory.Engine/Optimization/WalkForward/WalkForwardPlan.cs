using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Optimization.Search;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Optimization.WalkForward;

/// <summary>A walk-forward that was checked against its bars. Immutable and safe to share.</summary>
/// <param name="Definition">What was asked.</param>
/// <param name="Space">The grid tried in each window.</param>
/// <param name="Whole">The period that is cut.</param>
/// <param name="Method">The search method.</param>
/// <param name="Windows">The windows, oldest first.</param>
internal sealed record WalkForwardPlan(WalkForwardDefinition Definition, SweepSpace Space, RunPeriod Whole, ISearchMethod Method, IReadOnlyList<WalkForwardWindow> Windows)
{
    /// <summary>The run with every parameter spelled out.</summary>
    public RunSpec Run => Space.Definition.Run;

    /// <exception cref="RunSpecException">It is not valid for these bars; every fault is listed.</exception>
    public static WalkForwardPlan Of(WalkForwardDefinition definition, BarSeries bars, IStrategyCatalog strategies, SearchMethodRegistry methods)
    {
        var method = methods.Find(definition.Sweep.Method) ?? throw new RunSpecException([methods.Miss(definition.Sweep.Method)]);
        var space = new SweepSpace(definition.Sweep, strategies);
        var whole = RunPeriod.Of(space.Definition.Run, bars);
        definition = definition.On(whole.Bars.Count);
        return new WalkForwardPlan(definition, space, whole, method, WalkForwardWindow.Plan(definition, whole.Bars.Count));
    }

    /// <summary>The bars a window trains on.</summary>
    public RunPeriod Train(WalkForwardWindow window) => Cut(window.TrainStart, window.TrainCount);

    /// <summary>The bars a window is tested on.</summary>
    public RunPeriod Test(WalkForwardWindow window) => Cut(window.TestStart, window.TestCount);

    /// <summary>A stretch of the period with the history the run allows; nothing after its last bar is seen.</summary>
    private RunPeriod Cut(int start, int count)
    {
        int first = Whole.History + start, history = Run.WarmUpFromHistory ? first : 0;
        return new RunPeriod(Whole.Seen.Slice(first - history, history + count), history, Whole.FirstRow + start);
    }
}
