using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.MarketData.Csv;
using AlphaFactory.Engine.MarketData.Importing;
using AlphaFactory.Web.Components.Access;
using AlphaFactory.Web.Components.Values;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Options;

namespace AlphaFactory.Web.Features.Data;

/// <summary>One import: a file, how it is to be read, and what came of it. The file waits on disk, not in memory.</summary>
public sealed class ImportModel(BarImporter importer, UploadFolder uploads, IOptions<ImportOptions> options, CurrentUser user) : IAsyncDisposable
{
    private FileStream? _file;
    private CancellationTokenSource _stop = new();

    /// <summary>How far it is.</summary>
    public ImportStep Step { get; private set; }

    /// <summary>Name of the chosen file.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Size of the chosen file in bytes.</summary>
    public long Size { get; private set; }

    /// <summary>Bytes received, read, or bars written so far.</summary>
    public ImportProgress Progress { get; private set; } = new(ImportStage.Reading, 0, 0);

    /// <summary>What the file looks like; null before it is here or when it cannot be read at all.</summary>
    public CsvPreview? Preview { get; private set; }

    /// <summary>What was decided by hand.</summary>
    public CsvMapping Mapping { get; private set; } = CsvMapping.Automatic;

    /// <summary>Symbol to import.</summary>
    public string Symbol { get; set; } = "";

    /// <summary>Length of a bar; null tells it from the times.</summary>
    public BarInterval? Interval { get; set; }

    /// <summary>Why the file was refused; null when it was not.</summary>
    public RefusedFile? Refused { get; private set; }

    /// <summary>What is stored now.</summary>
    public ImportedBars? Imported { get; private set; }

    /// <summary>Largest file taken.</summary>
    public long MaximumBytes => options.Value.MaximumBytes;

    /// <summary>False for a viewer, who may look only.</summary>
    public async Task<bool> MayImportAsync() => await user.MayRunAsync();

    /// <summary>Brings a file to the server and looks at it.</summary>
    /// <param name="file">The file chosen in the browser.</param>
    /// <param name="changed">Called from time to time while bytes arrive.</param>
    public async Task TakeAsync(IBrowserFile file, Action changed)
    {
        await ResetAsync();
        (FileName, Size) = (file.Name, file.Size);
        if (file.Size > MaximumBytes)
        {
            Refuse(new CsvError(1, null, null, "file-too-large", $"The file has {FigureText.Bytes(file.Size)}; at most {FigureText.Bytes(MaximumBytes)} are taken.", "Split it, or raise the setting AlphaFactory:Import:MaximumMegabytes."));
            return;
        }

        Step = ImportStep.Uploading;
        _file = uploads.Create();
        await using Stream source = file.OpenReadStream(MaximumBytes, _stop.Token);
        byte[] buffer = new byte[1 << 16];
        for (int read; (read = await source.ReadAsync(buffer, _stop.Token)) > 0;)
        {
            await _file.WriteAsync(buffer.AsMemory(0, read), _stop.Token);
            Progress = new ImportProgress(ImportStage.Reading, _file.Length, file.Size);
            changed();
        }

        await LookAsync(CsvMapping.Automatic);
        Symbol = Preview?.ProposedSymbol ?? "";
    }

    /// <summary>Looks at the file again under another mapping.</summary>
    public async Task LookAsync(CsvMapping mapping)
    {
        (Mapping, Refused) = (mapping, null);
        (Preview, CsvError? error) = await CsvPreviewer.LookAsync(_file!, FileName, mapping, _stop.Token);
        Step = ImportStep.Preview;
        if (error is not null)
        {
            Refuse(error);
        }
    }

    /// <summary>Reads the whole file and stores it, or says what is wrong with it.</summary>
    public async Task ImportAsync(IProgress<ImportProgress> progress)
    {
        (Step, Refused) = (ImportStep.Importing, null);
        string who = await user.NameAsync();
        try
        {
            // Reading is work for a processor; the circuit must stay free to draw it.
            ImportOutcome outcome = await Task.Run(() => importer.ImportAsync(_file!, Symbol, Interval, Mapping, who, progress, _stop.Token), _stop.Token);
            Imported = outcome as ImportedBars;
            Refused = outcome as RefusedFile;
            Step = Imported is null ? ImportStep.Preview : ImportStep.Done;
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            _stop = new CancellationTokenSource();
            Step = ImportStep.Preview;
        }
    }

    /// <summary>Shows how far it is.</summary>
    public void Report(ImportProgress progress) => Progress = progress;

    /// <summary>Stops what is going on; nothing is stored.</summary>
    public Task CancelAsync() => _stop.CancelAsync();

    /// <summary>Forgets the file.</summary>
    public async Task ResetAsync()
    {
        await DisposeAsync();
        _stop = new CancellationTokenSource();
        (Step, Preview, Refused, Imported, Mapping, Interval, Symbol) = (ImportStep.Choose, null, null, null, CsvMapping.Automatic, null, "");
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _stop.Dispose();
        if (_file is not null)
        {
            await _file.DisposeAsync();
            _file = null;
        }
    }

    private void Refuse(CsvError error) => (Refused, Step) = (new RefusedFile([error], 1), _file is null ? ImportStep.Choose : ImportStep.Preview);
}
