namespace AlphaFactory.Engine.Optimization.WalkForward;

/// <summary>A walk-forward: parameters chosen on a stretch of bars are traded on the stretch after it, again and again.</summary>
public sealed record WalkForwardDefinition
{
    /// <summary>What is tried in each window; its run's period is cut into windows.</summary>
    public required SweepDefinition Sweep { get; init; }

    /// <summary>Bars parameters are chosen on.</summary>
    public required int Train { get; init; }

    /// <summary>Bars they are then traded on.</summary>
    public required int Test { get; init; }

    /// <summary>True lets every window begin with the first bar, so that training grows; false keeps its length.</summary>
    public bool Anchored { get; init; }

    /// <summary>Bars left out between training and test, so that no trade or average of the one reaches into the other.</summary>
    public int Purge { get; init; }

    /// <summary>Bars from one choice of parameters to the next; null is <see cref="Test"/>, and only that makes the tests join without gap or overlap.</summary>
    public int? Step { get; init; }

    /// <summary>One window that trains on a share of the bars and tests on the rest: 0.7 is the usual 70/30.</summary>
    public static WalkForwardDefinition OfShare(SweepDefinition sweep, int bars, double share, int purge = 0)
    {
        int train = (int)Math.Round(share * bars);
        return new WalkForwardDefinition { Sweep = sweep, Train = train, Test = bars - train - purge, Purge = purge };
    }
}
