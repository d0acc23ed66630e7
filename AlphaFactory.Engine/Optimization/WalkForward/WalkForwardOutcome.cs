namespace AlphaFactory.Engine.Optimization.WalkForward;

/// <summary>What a walk-forward found.</summary>
public sealed record WalkForwardOutcome
{
    /// <summary>What was asked.</summary>
    public required WalkForwardDefinition Definition { get; init; }

    /// <summary>The windows, oldest first.</summary>
    public required IReadOnlyList<WindowOutcome> Windows { get; init; }

    /// <summary>The recommended parameters of each window, traded one test after the other.</summary>
    public required StitchedRun Plateau { get; init; }

    /// <summary>The single best parameters of each window, likewise.</summary>
    public required StitchedRun Best { get; init; }

    /// <summary>The run's own parameters, never optimised, likewise.</summary>
    public required StitchedRun Default { get; init; }

    /// <summary>Buying and holding over the same tests.</summary>
    public required StitchedRun BuyAndHold { get; init; }

    /// <summary>Mean yearly growth in the tests over that in training, of the recommended parameters; null when training made nothing.</summary>
    public required double? Efficiency { get; init; }

    /// <summary>Mean objective of the recommended parameters in training less that in the tests; null when one is undefined in every window.</summary>
    public required double? Degradation { get; init; }

    /// <summary>Sets computed over all windows.</summary>
    public required long Sets { get; init; }

    /// <summary>Bars evaluated: sets times training bars, over all windows.</summary>
    public required double BarEvaluations { get; init; }

    /// <summary>Time it took.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary><c>kernel</c>, <c>event</c> or <c>kernel+event</c>: what computed the sets. Tests are always run by the event engine.</summary>
    public required string Engine { get; init; }
}

/// <summary>One window of a walk-forward.</summary>
/// <param name="Window">Its bars.</param>
/// <param name="TrainFrom">Day of the first bar of training.</param>
/// <param name="TrainTo">Day of the last bar of training.</param>
/// <param name="TestFrom">Day of the first bar of the test.</param>
/// <param name="TestTo">Day of the last bar of the test.</param>
/// <param name="Best">The single best parameters.</param>
/// <param name="Plateau">The recommended ones; the single best where no set has a neighbourhood.</param>
/// <param name="Default">The run's own.</param>
public sealed record WindowOutcome(WalkForwardWindow Window, DateOnly TrainFrom, DateOnly TrainTo, DateOnly TestFrom, DateOnly TestTo, WindowChoice Best, WindowChoice Plateau, WindowChoice Default);

/// <summary>Parameters chosen in a window, and what they did.</summary>
/// <param name="InSample">Values and figures in training.</param>
/// <param name="OutOfSample">The same values in the test.</param>
public sealed record WindowChoice(SweepRow InSample, SweepRow OutOfSample);

/// <summary>Tests traded one after the other with the money the one before left.</summary>
/// <param name="Figures">Every statistic of a run by id; null is undefined.</param>
/// <param name="Times">Start of each bar, Unix milliseconds UTC.</param>
/// <param name="Equity">Equity at each close.</param>
public sealed record StitchedRun(IReadOnlyDictionary<string, double?> Figures, long[] Times, double[] Equity)
{
    /// <summary>Drawdown at each close, a fraction at or below 0; the money at the start is the first peak.</summary>
    public double[] Drawdown()
    {
        double peak = Figures["initial_capital"] ?? 0;
        return Array.ConvertAll(Equity, value => (value / (peak = Math.Max(peak, value))) - 1);
    }
}
