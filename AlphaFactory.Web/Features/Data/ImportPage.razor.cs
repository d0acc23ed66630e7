using AlphaFactory.Core.Instruments;
using AlphaFactory.Engine.MarketData.Csv;
using AlphaFactory.Engine.MarketData.Importing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace AlphaFactory.Web.Features.Data;

/// <summary>Brings prices from a file into the store.</summary>
public sealed partial class ImportPage : IProgress<ImportProgress>
{
    private static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(100);

    private bool _mayImport = true;
    private long _drawn;

    [Inject]
    private ImportModel Model { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private string? Reason => Model.Preview switch
    {
        { Missing.Count: > 0 } => "Choose the columns first.",
        { Questions: var questions } when (questions & CsvQuestions.Clock) != 0 => "Choose whose clock the times are from.",
        _ when !SymbolGrammar.TryNormalize(Model.Symbol, out _) => $"Give the symbol: {SymbolGrammar.Words}.",
        _ => null,
    };

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Model.DisposeAsync();

    /// <inheritdoc />
    public void Report(ImportProgress value)
    {
        Model.Report(value);
        Draw();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync() => _mayImport = await Model.MayImportAsync();

    private static string Named(char delimiter) => delimiter switch { ',' => "commas", ';' => "semicolons", _ => "tabs" };

    private async Task TakeAsync(InputFileChangeEventArgs change)
    {
        try
        {
            await Model.TakeAsync(change.File, Draw);
        }
        catch (OperationCanceledException)
        {
            await Model.ResetAsync();
        }
    }

    private async Task ImportAsync()
    {
        if (Reason is null)
        {
            await Model.ImportAsync(this);
        }
    }

    private void Draw()
    {
        if (Clock.GetElapsedTime(_drawn) > Redraw)
        {
            _drawn = Clock.GetTimestamp();
            _ = InvokeAsync(StateHasChanged);
        }
    }
}
