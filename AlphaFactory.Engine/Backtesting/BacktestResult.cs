using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>Everything a run found out. Columns have one value per bar of the period, oldest first.</summary>
public sealed record BacktestResult
{
    /// <summary>What was asked, with every parameter spelled out.</summary>
    public required RunSpec Spec { get; init; }

    /// <summary>What the bars were.</summary>
    public required SeriesIdentity Series { get; init; }

    /// <summary>Hash over code version, parameters, bars, costs and seed: equal fingerprints mean equal trades, equity and figures.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Hash of the bars alone.</summary>
    public required string DataHash { get; init; }

    /// <summary><c>event</c> or <c>kernel</c>.</summary>
    public required string Engine { get; init; }

    /// <summary>Row of the period's first bar in the bars handed in: what turns a bar of the period into a row of the input.</summary>
    public int FirstRow { get; init; }

    /// <summary>Bars of the period before the first possible opinion.</summary>
    public required int WarmUpBars { get; init; }

    /// <summary>Figures by statistic id, snake_case as in the verbs; null is undefined.</summary>
    public required IReadOnlyDictionary<string, double?> Metrics { get; init; }

    /// <summary>Why a figure of <see cref="Metrics"/> is null, by statistic id.</summary>
    public required IReadOnlyDictionary<string, string> Reasons { get; init; }

    /// <summary>95 % stationary-bootstrap interval by statistic id.</summary>
    public required IReadOnlyDictionary<string, Interval> Intervals { get; init; }

    /// <summary>Figures of buy and hold over the same bars, by statistic id.</summary>
    public required IReadOnlyDictionary<string, double?> BenchmarkMetrics { get; init; }

    /// <summary>What the evidence amounts to.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>What to look at, worst first.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Every trade in order of entry, one still open at the end last.</summary>
    public required IReadOnlyList<Trade> Trades { get; init; }

    /// <summary>Every rule of sizing and risk that changed what the strategy asked for, in order of time.</summary>
    public IReadOnlyList<RiskEvent> RiskEvents { get; init; } = [];

    /// <summary>Start of each bar, Unix milliseconds UTC.</summary>
    public required long[] Times { get; init; }

    /// <summary>Cash plus holdings at each close.</summary>
    public required double[] Equity { get; init; }

    /// <summary>Equity of buy and hold with the same capital and costs.</summary>
    public required double[] BenchmarkEquity { get; init; }

    /// <summary>Shares held after each close, signed.</summary>
    public required double[] Position { get; init; }
}

/// <summary>Closed range of plausible values.</summary>
public readonly record struct Interval(double Low, double High);

/// <summary>Something the reader of a result must know.</summary>
/// <param name="Code">Stable lower-kebab code.</param>
/// <param name="Severity"><c>serious</c>, <c>unsure</c> or <c>info</c>.</param>
/// <param name="Title">One line.</param>
/// <param name="Text">The facts.</param>
/// <param name="Remedy">What to do.</param>
public sealed record Finding(string Code, string Severity, string Title, string Text, string Remedy);

/// <summary>What the evidence amounts to, in words with its reasons.</summary>
/// <param name="Outcome"><c>evidence</c>, <c>not-yet</c> or <c>no-edge</c>.</param>
/// <param name="Headline">The conclusion, a few words ("Not yet evidence").</param>
/// <param name="Text">The whole sentence.</param>
/// <param name="Questions">The questions behind it, each with its mark and evidence.</param>
public sealed record Verdict(string Outcome, string Headline, string Text, IReadOnlyList<VerdictQuestion> Questions);

/// <summary>One question of the verdict.</summary>
/// <param name="Code">Stable lower-kebab code.</param>
/// <param name="Question">"Enough data?"</param>
/// <param name="Mark"><c>pass</c>, <c>unsure</c> or <c>fail</c>.</param>
/// <param name="Evidence">"29 of 50 trades".</param>
public sealed record VerdictQuestion(string Code, string Question, string Mark, string Evidence);
