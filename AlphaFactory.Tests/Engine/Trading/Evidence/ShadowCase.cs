using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Trading;
using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Evidence;
using AlphaFactory.Engine.Trading.Journal;
using AlphaFactory.Engine.Trading.Live;
using AlphaFactory.Engine.Trading.Simulated;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Trading.Evidence;

/// <summary>A deployment that traded a replay, with all that is on record of it.</summary>
internal sealed record ShadowCase(Deployment Deployment, BarSeries Bars, IReadOnlyList<JournalLine> Lines, IReadOnlyList<SeenBar> Seen, IReadOnlyList<GateRecord> Answers, LiveReplay Live)
{
    public const string Id = "d1";

    /// <summary>Bars on which the strategy makes a few dozen trades.</summary>
    public static BarSeries SomeBars { get; } = LiveReplay.OnSessions(TestBars.Random(3, 400));

    public static RunSpec Spec { get; } = new()
    {
        Strategy = "sma-crossover",
        Symbol = "TEST",
        Parameters = new Dictionary<string, string> { ["fast"] = "3", ["slow"] = "8" },
        SizeFraction = 0.2,
        InitialCapital = 100_000,
    };

    /// <summary>Plays the bars.</summary>
    /// <param name="decide">Changes what the session decides; null leaves the strategy alone.</param>
    /// <param name="faults">Faults of the broker.</param>
    /// <param name="terms">Other terms of the broker than those of the model.</param>
    /// <param name="setting">Protections and rules of the runner.</param>
    /// <param name="bars">Other bars.</param>
    public static async Task<ShadowCase> PlayAsync(Func<double[], double[]>? decide = null, SimulatedFaults? faults = null, Func<SimulatedTerms, SimulatedTerms>? terms = null, LiveSetting? setting = null, BarSeries? bars = null)
    {
        bars ??= SomeBars;
        var strategy = StrategyRegistry.Shipped().Get(Spec.Strategy);
        var parameters = strategy.Parameters.Parse(Spec.Parameters, out _)!;
        double[] Decide(BarSeries seen)
        {
            double[] target = new double[seen.Count];
            strategy.Strategy.Decide(seen, parameters, target);
            return decide?.Invoke(target) ?? target;
        }

        var witnesses = new SessionWitnesses();
        var live = await LiveReplay.RunAsync(bars, SessionRules.Of(Spec), Decide, faults, terms, (setting ?? new LiveSetting()) with { Witness = witnesses.Of(Id) });
        var told = new List<object>();
        while (witnesses.Told.TryRead(out object? one))
        {
            told.Add(one);
        }

        return new ShadowCase(Deploy(), bars, live.Lines, [.. told.OfType<SeenBar>()], [.. told.OfType<GateRecord>()], live);
    }

    /// <summary>Compares, with other bars in the store than those that were seen when given.</summary>
    public ShadowOutcome Compare(BarSeries? stored = null) =>
        new ShadowBacktest(StrategyRegistry.Shipped()).Compare(Deployment, "TEST", stored ?? Bars, Seen, Lines, Answers, CancellationToken.None);

    public static Deployment Deploy(DateTimeOffset? created = null) => new()
    {
        Id = Id,
        Name = "Crossover",
        Mode = TradingMode.Simulated,
        Spec = Spec,
        Symbols = ["TEST"],
        Risk = [],
        Protections = [],
        State = DeploymentState.Running,
        Note = "",
        By = "anna",
        Version = 1,
        CreatedAt = created ?? new DateTimeOffset(2004, 1, 1, 0, 0, 0, TimeSpan.Zero),
        ChangedAt = created ?? new DateTimeOffset(2004, 1, 1, 0, 0, 0, TimeSpan.Zero),
    };
}
