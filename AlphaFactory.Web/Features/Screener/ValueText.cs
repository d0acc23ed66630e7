using AlphaFactory.Core.Indicators;
using AlphaFactory.Web.Components.Values;

namespace AlphaFactory.Web.Features.Screener;

/// <summary>How a value of a column is written, by what it is counted in.</summary>
internal static class ValueText
{
    /// <summary>The value as text; null when it is undefined.</summary>
    public static string? Of(ValueColumn column, double value) => !double.IsFinite(value) ? null : column.Unit switch
    {
        OutputUnit.Fraction => FigureText.Percent(value),
        OutputUnit.Shares or OutputUnit.Bars or OutputUnit.Pattern => FigureText.Count(value),
        OutputUnit.Condition => value > 0 ? "yes" : "no",
        _ => FigureText.Number(value),
    };

    /// <summary>Why there is no value.</summary>
    public static string Reason(ValueColumn column) => column.WarmUpBars > 0
        ? $"{column.Name} needs more than {FigureText.Count(column.WarmUpBars)} bars without a gap"
        : $"the last bar has no {column.Name}";
}
