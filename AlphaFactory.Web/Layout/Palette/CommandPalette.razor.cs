using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace AlphaFactory.Web.Layout.Palette;

/// <summary>The search button of the bar and the dialog it opens.</summary>
public sealed partial class CommandPalette
{
    private const int PerGroup = 6;

    private List<PaletteEntry> _all = [];
    private List<PaletteEntry> _shown = [];
    private string _query = "";
    private int _at;
    private bool _open;

    [Inject]
    private IEnumerable<IPaletteSource> Sources { get; set; } = null!;

    private async Task OpenAsync()
    {
        (_open, _query, _all) = (true, "", []);
        foreach (IPaletteSource source in Sources)
        {
            _all.AddRange(await source.ListAsync(CancellationToken.None));
            Show();
        }
    }

    private void Close() => _open = false;

    private void Filter(ChangeEventArgs change)
    {
        _query = change.Value as string ?? "";
        Show();
    }

    private void Show()
    {
        _shown = [.. _all.Where(entry => entry.Matches(_query)).GroupBy(entry => entry.Group).SelectMany(group => group.Take(group.Key == "Pages" ? int.MaxValue : PerGroup))];
        _at = 0;
    }

    private async Task OnKeyAsync(KeyboardEventArgs press)
    {
        if (_shown.Count == 0)
        {
            return;
        }

        _at = press.Key switch
        {
            "ArrowDown" => (_at + 1) % _shown.Count,
            "ArrowUp" => (_at + _shown.Count - 1) % _shown.Count,
            _ => _at,
        };
        if (press.Key == "Enter")
        {
            await RunAsync(_at);
        }
    }

    private async Task RunAsync(int index)
    {
        PaletteEntry entry = _shown[index];
        Close();
        await entry.Run();
    }
}
