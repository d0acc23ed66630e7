using System.Globalization;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Web.Components.Tables;
using AlphaFactory.Web.Components.Values;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace AlphaFactory.Web.Features.Result;

/// <summary>One page of trades, sorted on the server.</summary>
public sealed partial class TradesGrid
{
    [Parameter, EditorRequired]
    public required TradePage Page { get; set; }

    [Parameter, EditorRequired]
    public SortOrder Sort { get; set; }

    /// <summary>Number of the trade brought up on the candles.</summary>
    [Parameter]
    public int? Selected { get; set; }

    /// <summary>True writes the time of day, for bars within a day.</summary>
    [Parameter]
    public bool Intraday { get; set; }

    [Parameter, EditorRequired]
    public required string CsvHref { get; set; }

    [Parameter]
    public EventCallback<SortOrder> OnSort { get; set; }

    /// <summary>Told the number of the page asked for, from 1.</summary>
    [Parameter]
    public EventCallback<int> OnPage { get; set; }

    /// <summary>Told the number of the trade asked for.</summary>
    [Parameter]
    public EventCallback<int> OnSelect { get; set; }

    // The head of P&L carries the caret while trades are in order of its size.
    private SortOrder Order => Sort.Key == "size" ? Sort with { Key = "pnl" } : Sort;

    private string Caption => $"{FigureText.Count(Page.Total)}{(Sort == TradePage.LargestFirst ? ", largest P&L first" : "")}. A row jumps to its marker";

    private string TimeOf(DateTimeOffset at) => at.UtcDateTime.ToString(Intraday ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? QuantityOf(Trade trade) => FigureText.Number(trade.Quantity, trade.Quantity == Math.Floor(trade.Quantity) ? 0 : 4);

    private Task PressAsync(KeyboardEventArgs press, int number) => press.Key is "Enter" ? OnSelect.InvokeAsync(number) : Task.CompletedTask;

    private Task TurnAsync(int by)
    {
        bool possible = by < 0 ? Page.Skip > 0 : Page.Last < Page.Total;
        return possible ? OnPage.InvokeAsync(Page.Number + by) : Task.CompletedTask;
    }
}
