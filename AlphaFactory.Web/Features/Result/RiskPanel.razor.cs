using System.Globalization;
using AlphaFactory.Core.Registration;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Web.Components.Values;
using Microsoft.AspNetCore.Components;

namespace AlphaFactory.Web.Features.Result;

/// <summary>How often each rule of sizing and risk bound, and every case.</summary>
public sealed partial class RiskPanel
{
    [Parameter, EditorRequired]
    public required RunView View { get; set; }

    /// <summary>Page of the cases, from 1.</summary>
    [Parameter, EditorRequired]
    public int Page { get; set; }

    /// <summary>Told the number of the page asked for, from 1.</summary>
    [Parameter]
    public EventCallback<int> OnPage { get; set; }

    private RiskView Risk { get; set; } = null!;

    private string Caption => Risk.Rules.Count(row => row.Tally is not null) is var bound && bound == 0 ? "none bound" : $"{bound} of {Risk.Rules.Count} bound";

    /// <inheritdoc/>
    protected override void OnParametersSet() => Risk = RiskView.Of(View.Result, Page);

    private string DayOf(int bar) =>
        DateTimeOffset.FromUnixTimeMilliseconds(View.Result.Times[bar]).UtcDateTime.ToString(View.Result.Series.Interval.IsDaily ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string WordOf(RiskEvent one) => one.Outcome switch
    {
        RiskOutcome.Cut => "cut",
        RiskOutcome.Refused => "refused",
        RiskOutcome.Halted => "refused, closed",
        RiskOutcome.Closed => "trading closed",
        RiskOutcome.Flattened => "positions closed",
        _ => "opened again",
    };

    private static bool IsOrder(RiskEvent one) => one.Outcome is RiskOutcome.Cut or RiskOutcome.Refused or RiskOutcome.Halted;

    private static string? QuantityOf(double quantity) => FigureText.Number(quantity, quantity == Math.Floor(quantity) ? 0 : 4);

    private static string? NumberOf(RiskEvent one, double number) => RiskView.CodeOf(one.Code)?.Unit switch
    {
        _ when double.IsNaN(number) => null,
        RuleUnit.Fraction => FigureText.Percent(number),
        RuleUnit.Multiple => FigureText.Number(number),
        _ => FigureText.Count(number),
    };

    private Task TurnAsync(int by)
    {
        bool possible = by < 0 ? Risk.Skip > 0 : !Risk.IsLast;
        return possible ? OnPage.InvokeAsync((Risk.Skip / RiskView.RowsOfPage) + 1 + by) : Task.CompletedTask;
    }
}
