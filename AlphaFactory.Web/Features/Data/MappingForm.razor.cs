using System.Globalization;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.MarketData.Csv;
using Microsoft.AspNetCore.Components;

namespace AlphaFactory.Web.Features.Data;

/// <summary>The selects that decide how a file is read.</summary>
public sealed partial class MappingForm
{
    private static readonly string[] Intervals = ["1d", "1h", "30m", "15m", "5m", "1m"];

    private static readonly CsvField[] Fields = [CsvField.Time, CsvField.Open, CsvField.High, CsvField.Low, CsvField.Close, CsvField.AdjustedClose, CsvField.Volume];

    /// <summary>The file as it would be read now.</summary>
    [Parameter, EditorRequired]
    public required CsvPreview Preview { get; set; }

    /// <summary>What was decided by hand.</summary>
    [Parameter, EditorRequired]
    public required CsvMapping Mapping { get; set; }

    /// <summary>Told a changed mapping.</summary>
    [Parameter]
    public EventCallback<CsvMapping> OnChange { get; set; }

    /// <summary>Symbol to import.</summary>
    [Parameter, EditorRequired]
    public required string Symbol { get; set; }

    /// <summary>Told a changed symbol.</summary>
    [Parameter]
    public EventCallback<string> SymbolChanged { get; set; }

    /// <summary>Length of a bar; null tells it from the times.</summary>
    [Parameter]
    public BarInterval? Interval { get; set; }

    /// <summary>Told a changed interval.</summary>
    [Parameter]
    public EventCallback<BarInterval?> IntervalChanged { get; set; }

    /// <summary>The word for a field.</summary>
    internal static string Words(CsvField field) => field switch
    {
        CsvField.Time => "date",
        CsvField.Clock => "time of day",
        CsvField.AdjustedClose => "adjusted close",
        _ => field.ToString().ToLowerInvariant(),
    };

    private static string Text(ChangeEventArgs change) => change.Value as string ?? "";

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static T? Chosen<T>(ChangeEventArgs change)
        where T : struct, Enum => Enum.TryParse(Text(change), out T value) ? value : null;

    private int ColumnOf(CsvField field) => Preview.Proposed.Columns.TryGetValue(field, out int column) ? column : -1;

    private CsvMapping With(CsvField field, ChangeEventArgs change)
    {
        // What was detected so far becomes a decision too, so that one column can be moved without the others changing place.
        Dictionary<CsvField, int> columns = Preview.Proposed.Columns.Where(c => c.Key != field).ToDictionary();
        columns[field] = int.Parse(Text(change), CultureInfo.InvariantCulture);
        return Mapping with { Columns = columns, HasHeader = Preview.HasHeader };
    }
}
