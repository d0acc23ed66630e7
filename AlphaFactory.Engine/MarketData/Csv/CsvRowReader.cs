namespace AlphaFactory.Engine.MarketData.Csv;

/// <summary>Turns the fields of a line into a bar, or into errors that say which field is wrong.</summary>
internal sealed class CsvRowReader(CsvLayout layout, CsvColumns columns, CsvNumbers numbers, CsvErrors errors)
{
    private readonly CsvRows _rows = new();
    private readonly (CsvTimeForm Form, bool HasZone)? _style = CommonStyle(layout, columns);

    /// <summary>The bars read so far.</summary>
    public CsvRows Rows => _rows;

    /// <summary>Reads the current line.</summary>
    public void Read(CsvTokens tokens)
    {
        long line = tokens.Line, before = errors.Count;
        if (!HasAllFields(tokens, line))
        {
            return;
        }

        CsvTime time = ReadTime(tokens, line);
        var bar = new CsvPrices(
            ReadNumber(tokens, line, CsvField.Open), ReadNumber(tokens, line, CsvField.High), ReadNumber(tokens, line, CsvField.Low), ReadNumber(tokens, line, CsvField.Close),
            columns.Index.ContainsKey(CsvField.Volume) ? ReadNumber(tokens, line, CsvField.Volume) : 0,
            columns.Index.ContainsKey(CsvField.AdjustedClose) ? ReadNumber(tokens, line, CsvField.AdjustedClose) : null);
        if (tokens.HasBadQuote)
        {
            errors.Add(line, null, null, "quote-misplaced", "A quote stands inside a field or is never closed.", "Put the whole field in quotes and double the inner ones, or take the quote out.");
        }

        if (errors.Count == before && CsvPriceRules.Check(line, ref bar, columns, errors, out bool widened))
        {
            _rows.Widened += widened ? 1 : 0;
            _rows.Add(line, time, bar);
        }
    }

    private bool HasAllFields(CsvTokens tokens, long line)
    {
        int wanted = columns.Headers.Count;
        if (tokens.Count < wanted && columns.Index.Values.Any(i => i >= tokens.Count))
        {
            errors.Add(line, null, tokens.Count > 0 ? tokens[tokens.Count - 1] : null, "fields-missing", $"The line has {tokens.Count} of {wanted} fields.", "Complete the line; it may have been cut off.");
            return false;
        }

        for (int i = wanted; i < tokens.Count; i++)
        {
            if (tokens[i].Length > 0)
            {
                errors.Add(line, null, tokens[i], "fields-too-many", $"The line has {tokens.Count} fields, the first line {wanted}.", "Quote numbers that hold the delimiter, or take out separators of thousands.");
                return false;
            }
        }

        return true;
    }

    private CsvTime ReadTime(CsvTokens tokens, long line)
    {
        string text = TimeText(tokens[columns.Index[CsvField.Time]], columns.Index.TryGetValue(CsvField.Clock, out int clock) ? tokens[clock] : null);
        string name = columns.Name(CsvField.Time);
        if (text.Length == 0)
        {
            errors.Add(line, name, null, "time-missing", "There is no date.", "Write the day of the bar, for example 2024-03-04, or take the line out.");
        }
        else if (!CsvTime.TryParse(text, out CsvTime time))
        {
            errors.Add(line, name, text, "time-unreadable", "This is not a date the reader knows.", "Write 2024-03-04, 20240304, 04.03.2024, 03/04/2024, 2024-03-04T14:30:00Z or Unix seconds.");
        }
        else if (_style != (time.Form, time.Offset.HasValue))
        {
            errors.Add(line, name, text, "time-form-changes", "The date is written in another way than in the other lines.", "Write all dates of a file in the same way.");
        }
        else
        {
            return time;
        }

        return default;
    }

    /// <summary>How most of the first bars write their time, so that one odd line is blamed and not all others.</summary>
    private static (CsvTimeForm, bool)? CommonStyle(CsvLayout layout, CsvColumns columns) =>
        layout.Sample.Where(row => columns.Index.Values.All(index => index < row.Length))
            .Select(row => CsvTime.TryParse(TimeText(row[columns.Index[CsvField.Time]], columns.Index.TryGetValue(CsvField.Clock, out int clock) ? row[clock] : null), out CsvTime time) ? (time.Form, time.Offset.HasValue) : ((CsvTimeForm, bool)?)null)
            .OfType<(CsvTimeForm, bool)>().GroupBy(style => style).MaxBy(group => group.Count())?.Key;

    private static string TimeText(string day, string? clock) => clock is null ? day : $"{day} {clock}";

    private double ReadNumber(CsvTokens tokens, long line, CsvField field)
    {
        int index = columns.Index[field];
        if (numbers.TryParse(tokens.Bytes(index), out double value))
        {
            return value;
        }

        string text = tokens[index];
        if (text.Length == 0)
        {
            errors.Add(line, columns.Name(field), null, "number-missing", "There is no number.", "Fill it in or take the line out.");
        }
        else
        {
            errors.Add(line, columns.Name(field), text, "number-unreadable", "This is not a finite number.", $"Write plain digits with {numbers.Decimal} before the fraction, as in {numbers.Example}; no currency signs or separators of thousands.");
        }

        return double.NaN;
    }
}
