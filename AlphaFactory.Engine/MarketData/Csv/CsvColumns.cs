namespace AlphaFactory.Engine.MarketData.Csv;

/// <summary>Which column holds what.</summary>
/// <param name="Index">Column numbers from 0 by field.</param>
/// <param name="Headers">Names of all columns.</param>
/// <param name="LacksVolume">True when it was decided by hand that there is no volume, as for an index.</param>
internal sealed record CsvColumns(IReadOnlyDictionary<CsvField, int> Index, IReadOnlyList<string> Headers, bool LacksVolume)
{
    private static readonly CsvField[] Required = [CsvField.Time, CsvField.Open, CsvField.High, CsvField.Low, CsvField.Close, CsvField.Volume];

    private static readonly Dictionary<string, CsvField> Names = new(StringComparer.Ordinal)
    {
        ["date"] = CsvField.Time, ["datetime"] = CsvField.Time, ["timestamp"] = CsvField.Time, ["time"] = CsvField.Time,
        ["open"] = CsvField.Open, ["high"] = CsvField.High, ["low"] = CsvField.Low, ["close"] = CsvField.Close, ["closelast"] = CsvField.Close,
        ["volume"] = CsvField.Volume, ["vol"] = CsvField.Volume,
        ["adjclose"] = CsvField.AdjustedClose, ["adjustedclose"] = CsvField.AdjustedClose, ["closeadj"] = CsvField.AdjustedClose,
        ["symbol"] = CsvField.Symbol, ["ticker"] = CsvField.Symbol,
    };

    /// <summary>Fields a bar cannot do without and that no column was found for.</summary>
    public IReadOnlyList<CsvField> Missing => [.. Required.Where(wanted => !Index.ContainsKey(wanted) && !(LacksVolume && wanted == CsvField.Volume))];

    /// <summary>The name the file gives to a field.</summary>
    public string Name(CsvField field) => Headers[Index[field]];

    /// <summary>Columns that are not read.</summary>
    public IReadOnlyList<string> Ignored => [.. Headers.Where((_, i) => !Index.Values.Contains(i))];

    /// <summary>Takes the mapping first and the header for the rest.</summary>
    public static CsvColumns Resolve(CsvLayout layout, CsvMapping mapping, CsvErrors errors)
    {
        Dictionary<CsvField, int> index = mapping.Columns.Where(c => c.Value >= 0 && c.Value < layout.Headers.Count).ToDictionary();
        for (int i = 0; layout.HasHeader && i < layout.Headers.Count; i++)
        {
            if (index.ContainsValue(i) || !TryField(layout.Headers[i], layout.Headers, out CsvField field))
            {
                continue;
            }

            if (mapping.Columns.ContainsKey(field))
            {
                continue;
            }

            if (!index.TryAdd(field, i))
            {
                errors.Add(layout.HeaderLine, layout.Headers[i], null, "header-duplicate", $"Two columns say {Word(field)}.", "Rename one of them, or choose the columns by hand.");
            }
        }

        return new CsvColumns(index, layout.Headers, mapping.Columns.TryGetValue(CsvField.Volume, out int volume) && volume < 0);
    }

    /// <summary>The columns in their usual order, for a file without a header.</summary>
    public static IReadOnlyDictionary<CsvField, int> Usual(int count) =>
        Required.Take(count).Select((field, i) => (field, i)).ToDictionary(p => p.field, p => p.i);

    /// <summary>The word for a field in messages.</summary>
    public static string Word(CsvField field) => field switch
    {
        CsvField.Time => "date",
        CsvField.Clock => "time of day",
        CsvField.AdjustedClose => "adjusted close",
        _ => field.ToString().ToLowerInvariant(),
    };

    private static bool TryField(string header, IReadOnlyList<string> all, out CsvField field)
    {
        string plain = Plain(header);
        if (!Names.TryGetValue(plain, out field))
        {
            return false;
        }

        if (plain == "time" && all.Any(h => Plain(h) == "date"))
        {
            field = CsvField.Clock;
        }

        return true;
    }

    private static string Plain(string header) => string.Concat(header.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
