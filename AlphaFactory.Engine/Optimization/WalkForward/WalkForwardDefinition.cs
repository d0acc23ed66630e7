using System.Globalization;
using AlphaFactory.Engine.Runs;

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

    /// <summary>Bars from one choice of parameters to the next; null is <see cref="Test"/>, and only that makes the tests join without gap. It cannot be shorter: tests would overlap.</summary>
    public int? Step { get; init; }

    /// <summary>Share of the bars to train on in one window, the rest being the test; then the lengths above are passed over. Null takes them.</summary>
    public double? TrainShare { get; init; }

    /// <summary>The share most people train on.</summary>
    public const double UsualShare = 0.7;

    /// <summary>The same with its lengths in bars, for a period of so many.</summary>
    /// <exception cref="RunSpecException">The share is out of range.</exception>
    public WalkForwardDefinition On(int bars) => TrainShare switch
    {
        null => this,
        > 0 and < 1 and var share => OfShare(Sweep, bars, share, Purge) with { Anchored = Anchored },
        var share => throw new RunSpecException([string.Create(CultureInfo.InvariantCulture, $"train_pct is {share * 100} but must be above 0 and below 100.")]),
    };

    /// <summary>One window that trains on a share of the bars and tests on the rest: 0.7 is the usual 70/30.</summary>
    public static WalkForwardDefinition OfShare(SweepDefinition sweep, int bars, double share, int purge = 0)
    {
        int train = (int)Math.Round(share * bars);
        return new WalkForwardDefinition { Sweep = sweep, Train = train, Test = bars - train - purge, Purge = purge };
    }
}
