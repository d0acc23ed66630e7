using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Trading.Evidence;
using AlphaFactory.Engine.Trading.Evidence.Ladder;
using AlphaFactory.Web.Components.Values;

namespace AlphaFactory.Web.Components.Evidence;

/// <summary>What stages, matches and causes are called on pages.</summary>
public static class EvidenceWords
{
    /// <summary>The stages below the highest, with what each means.</summary>
    public static IReadOnlyList<(LadderStage Stage, string Name, string Means)> Stages { get; } =
    [
        (LadderStage.Draft, "draft", "An idea: nothing is shown yet."),
        (LadderStage.Tested, "tested", "A backtest that can be believed as far as it goes."),
        (LadderStage.Validated, "validated", "It keeps its promises out of sample, after every try was counted."),
        (LadderStage.Paper, "paper", "It trades bars nobody knew, with money that is not real."),
        (LadderStage.SmallLive, "small live", "It has earned a small part of the real money."),
        (LadderStage.Full, "full", "It has earned all of it."),
    ];

    /// <summary>The name of a stage.</summary>
    public static string Stage(LadderStage stage) => Stages.First(known => known.Stage == stage).Name;

    /// <summary>How a live trade compares with the backtest's.</summary>
    public static string Kind(MatchKind kind) => kind switch
    {
        MatchKind.Same => "same",
        MatchKind.Timing => "other bar",
        MatchKind.Size => "other size",
        MatchKind.Price => "other price",
        MatchKind.Missing => "missing",
        _ => "extra",
    };

    /// <summary>What made a difference.</summary>
    public static string Cause(MatchCause cause) => cause switch
    {
        MatchCause.Data => "data",
        MatchCause.Signal => "signal",
        MatchCause.RiskBlock => "risk block",
        _ => "fill",
    };

    /// <summary>The value of a gate as it is written; null when there is none.</summary>
    public static string? Value(Gate gate) => gate.Id switch
    {
        "leak-free" or "real-prices" or "verdict" => gate.Value.Value switch { null => null, 1 => "yes", _ => "no" },
        _ => gate.Unit switch
        {
            StatisticUnit.Fraction => FigureText.Percent(gate.Value.Value, 1),
            StatisticUnit.Count or StatisticUnit.Days => FigureText.Count(gate.Value.Value),
            _ => FigureText.Number(gate.Value.Value),
        },
    };
}
