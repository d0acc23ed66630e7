using AlphaFactory.Core.Parameters;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Web.Components.Studies;

/// <summary>Settings of a run that can be varied beside the strategy's parameters.</summary>
/// <param name="Key">Key of the run file.</param>
/// <param name="Words">What people read.</param>
/// <param name="Usual">The range to begin with.</param>
public sealed record SweptSetting(string Key, string Words, string Usual);

/// <summary>All of them, in the order of the form.</summary>
public static class SweptSettings
{
    /// <summary>The settings.</summary>
    public static IReadOnlyList<SweptSetting> All { get; } =
    [
        new("stop_pct", "Stop, % of the base", "1..10"),
        new("stop_atr", "Stop, average true ranges", "1..5:0.5"),
        new("trailing_pct", "Trailing stop, %", "2..20:2"),
        new("trailing_atr", "Trailing stop, average true ranges", "1..5:0.5"),
        new("break_even_pct", "To the entry price after, %", "1..10"),
        new("time_stop_bars", "Leave after, bars", "5..60:5"),
        new("take_profit_pct", "Target, %", "2..30:2"),
        new("take_profit_r", "Target, first stop distances", "1..5:0.5"),
        new("size_pct", "Size, % of equity", "1..100"),
        new("sizing", "Sizing rule", "fixed-fraction,volatility-target"),
        new("risk", "Risk rules", "mission"),
        new("commission_pct", "Commission, %", "0,0.05,0.1,0.2"),
        new("slippage_pct", "Slippage, %", "0,0.05,0.1,0.2"),
        new("fill", "Fills", "next-open,next-close"),
    ];

    /// <summary>All of them, and the parameters of the sizing and risk rules this run has on.</summary>
    public static IReadOnlyList<SweptSetting> Of(RunSpec run) =>
        [.. All, .. RunRuleValues.Parameters(run).Select(parameter => new SweptSetting(parameter.Field.Key, $"{parameter.RuleName}: {parameter.Definition.Label}", parameter.Field.Write(run) ?? UsualOf(parameter.Definition)))];

    /// <summary>The range to begin with for a parameter that declares none: its choices, or values around its default.</summary>
    public static string UsualOf(ParameterDefinition parameter) => parameter.Kind switch
    {
        ParameterKind.Choice => string.Join(',', parameter.Choices),
        ParameterKind.Switch => "false,true",
        _ => parameter.Default,
    };
}
