using AlphaFactory.Engine.MarketData;
using AlphaFactory.Web.Components.Values;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace AlphaFactory.Web.Components.Forms;

/// <summary>Picks one stored series by keyboard or pointer.</summary>
public sealed partial class SeriesPicker
{
    private IReadOnlyList<SeriesCoverage> _found = [];
    private string _text = "";
    private int _at;
    private bool _open, _inside, _keep;

    /// <summary>Element id of the input.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>The symbol picked.</summary>
    [Parameter, EditorRequired]
    public required string Value { get; set; }

    /// <summary>Finds series for a text.</summary>
    [Parameter, EditorRequired]
    public required Func<string, IReadOnlyList<SeriesCoverage>> Search { get; set; }

    /// <summary>Told the series picked.</summary>
    [Parameter]
    public EventCallback<SeriesKey> OnPick { get; set; }

    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public string? Error { get; set; }

    [Parameter]
    public string? Class { get; set; }

    private static string Describe(SeriesCoverage series) =>
        $"{(series.Key.Interval.IsDaily ? "daily" : series.Key.Interval.ToString())}, {series.Key.Source}, {FigureText.Count(series.Bars)} bars";

    private void Open() => Find("");

    private void Type(ChangeEventArgs change) => Find(change.Value?.ToString() ?? "");

    private void Find(string text) => (_text, _found, _at, _open) = (text, Search(text), 0, true);

    private async Task PressAsync(KeyboardEventArgs press)
    {
        // Enter picks and must then not reach the form.
        _keep = _open && press.Key is "Enter" or "ArrowDown" or "ArrowUp";
        switch (press.Key)
        {
            case "ArrowDown" when !_open:
                Open();
                break;
            case "ArrowDown":
                _at = Math.Min(_at + 1, _found.Count - 1);
                break;
            case "ArrowUp":
                _at = Math.Max(_at - 1, 0);
                break;
            case "Enter" when _open && _at < _found.Count && !press.CtrlKey:
                await TakeAsync(_found[_at]);
                break;
            case "Escape":
                _open = false;
                break;
        }
    }

    private async Task TakeAsync(SeriesCoverage series)
    {
        _open = false;
        await OnPick.InvokeAsync(series.Key);
    }

    private async Task LeaveAsync()
    {
        // The focus may only have moved within; the next event says so.
        _inside = false;
        await Task.Yield();
        _open = _open && _inside;
    }
}
