using AlphaFactory.Core.Exits;

namespace AlphaFactory.Engine.Runs;

/// <summary>The keys of stops, targets and the time stop. How they act is written only where some rule is on or they differ from their default.</summary>
internal static class RunExitFields
{
    public static IReadOnlyList<RunSpecField> All { get; } =
    [
        RunSpecField.OptionalPercent("stop_pct", spec => spec.Exits.StopFraction, (spec, value) => With(spec, spec.Exits with { StopFraction = value })),
        RunSpecField.OptionalNumber("stop_atr", spec => spec.Exits.StopAtr, (spec, value) => With(spec, spec.Exits with { StopAtr = value })),
        RunSpecField.OptionalPercent("trailing_pct", spec => spec.Exits.TrailingFraction, (spec, value) => With(spec, spec.Exits with { TrailingFraction = value })),
        RunSpecField.OptionalNumber("trailing_atr", spec => spec.Exits.TrailingAtr, (spec, value) => With(spec, spec.Exits with { TrailingAtr = value })),
        RunSpecField.OptionalPercent("break_even_pct", spec => spec.Exits.BreakEvenFraction, (spec, value) => With(spec, spec.Exits with { BreakEvenFraction = value })),
        RunSpecField.OptionalWhole("time_stop_bars", spec => spec.Exits.TimeStopBars, (spec, value) => With(spec, spec.Exits with { TimeStopBars = value })),
        RunSpecField.OptionalPercent("take_profit_pct", spec => spec.Exits.TakeProfitFraction, (spec, value) => With(spec, spec.Exits with { TakeProfitFraction = value })),
        RunSpecField.OptionalNumber("take_profit_r", spec => spec.Exits.TakeProfitR, (spec, value) => With(spec, spec.Exits with { TakeProfitR = value })),
        WhereUsed(RunSpecField.OptionalWhole("atr_length", spec => spec.Exits.AtrLength, (spec, value) => With(spec, spec.Exits with { AtrLength = value ?? ExitRules.None.AtrLength })), exits => exits.NeedsAtr),
        WhereUsed(RunSpecField.OneOf("stops_from", spec => spec.Exits.StopsFrom, (spec, value) => With(spec, spec.Exits with { StopsFrom = value })), exits => exits.HasLevels),
        WhereUsed(RunSpecField.OneOf("stop_base", spec => spec.Exits.StopBase, (spec, value) => With(spec, spec.Exits with { StopBase = value })), exits => exits.HasLevels),
        WhereUsed(RunSpecField.OneOf("both_touched", spec => spec.Exits.BothTouched, (spec, value) => With(spec, spec.Exits with { BothTouched = value })), exits => exits.HasStop && exits.HasTarget),
        WhereUsed(RunSpecField.OneOf("re_entry", spec => spec.Exits.ReEntry, (spec, value) => With(spec, spec.Exits with { ReEntry = value })), exits => exits.Any),
    ];

    private static RunSpec With(RunSpec spec, ExitRules exits) => spec with { Exits = exits };

    private static RunSpecField WhereUsed(RunSpecField field, Predicate<ExitRules> used)
    {
        string? usual = field.Write(new RunSpec { Strategy = "", Symbol = "" });
        return field with { Write = spec => field.Write(spec) is { } text && (used(spec.Exits) || text != usual) ? text : null };
    }
}
