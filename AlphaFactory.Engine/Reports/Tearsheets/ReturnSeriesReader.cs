using System.Globalization;
using AlphaFactory.Core.Registration;
using AlphaFactory.Core.Statistics;

namespace AlphaFactory.Engine.Reports.Tearsheets;

/// <summary>
/// Reads one column of daily returns, and a benchmark, from a delimited text with a header: comma, semicolon or tab, headers in any case.
/// Returns are fractions with a decimal point. A column called date, datetime, timestamp or day gives the days, which must rise.
/// </summary>
public static class ReturnSeriesReader
{
    private const int MostErrors = 20;

    private static readonly char[] s_delimiters = [',', ';', '\t'];

    private static readonly string[] s_dateNames = ["date", "datetime", "timestamp", "day"];

    private static readonly string[] s_dateForms = ["yyyy-MM-dd", "yyyy/MM/dd", "yyyyMMdd"];

    /// <summary>Reads the whole text.</summary>
    /// <param name="lines">Lines of the file, the header first.</param>
    /// <param name="column">Header of the returns.</param>
    /// <param name="benchmark">Header of the benchmark's returns, or null.</param>
    public static ReturnSeriesOutcome Read(IEnumerable<string> lines, string column, string? benchmark)
    {
        using var rows = lines.GetEnumerator();
        if (!rows.MoveNext() || string.IsNullOrWhiteSpace(rows.Current))
        {
            return new ReturnSeriesRefused(["Line 1 is empty. The first line must hold the headers, such as date,strategy,benchmark."]);
        }

        char delimiter = s_delimiters.MaxBy(candidate => rows.Current.Count(letter => letter == candidate));
        string[] headers = Cells(rows.Current.TrimStart('\uFEFF'), delimiter);
        List<string> errors = [];
        int own = Find(headers, column, "--column", errors), other = benchmark is null ? -1 : Find(headers, benchmark, "--benchmark", errors);
        if (errors.Count > 0)
        {
            return new ReturnSeriesRefused(errors);
        }

        int day = Array.FindIndex(headers, header => s_dateNames.Contains(header, StringComparer.OrdinalIgnoreCase));
        List<double> returns = [], compared = [];
        List<DateOnly> dates = [];
        for (int line = 2; rows.MoveNext() && errors.Count < MostErrors; line++)
        {
            if (string.IsNullOrWhiteSpace(rows.Current))
            {
                continue;
            }

            string[] cells = Cells(rows.Current, delimiter);
            if (cells.Length != headers.Length)
            {
                errors.Add($"Line {line}: {cells.Length} cells but {headers.Length} headers. Give every line one cell a header.");
                continue;
            }

            returns.Add(Return(cells[own], headers[own], line, errors));
            if (other >= 0)
            {
                compared.Add(Return(cells[other], headers[other], line, errors));
            }

            if (day >= 0)
            {
                dates.Add(Date(cells[day], headers[day], line, dates.Count > 0 ? dates[^1] : null, errors));
            }
        }

        return errors.Count > 0 ? new ReturnSeriesRefused(errors)
            : returns.Count == 0 ? new ReturnSeriesRefused(["There is no line below the headers. Give at least one return."])
            : new ReturnSeries(headers[own], other < 0 ? null : headers[other], Performance.FromReturns([.. returns]) with { BenchmarkReturns = [.. compared], Dates = [.. dates] });
    }

    private static string[] Cells(string line, char delimiter) => Array.ConvertAll(line.Split(delimiter), cell => cell.Trim().Trim('"'));

    private static int Find(string[] headers, string name, string option, List<string> errors)
    {
        int index = Array.FindIndex(headers, header => header.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (index < 0)
        {
            errors.Add($"{option} is \"{name}\" but the headers are {string.Join(", ", headers)}.{Suggestion.Sentence(name, headers)}");
        }

        return index;
    }

    private static double Return(string cell, string header, int line, List<string> errors)
    {
        if (!double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || !double.IsFinite(value))
        {
            errors.Add($"Line {line}, {header}: \"{cell}\" is not a number. Write a fraction with a point, such as 0.0123; a day without a position is 0.");
        }
        else if (value < -1)
        {
            errors.Add(string.Create(CultureInfo.InvariantCulture, $"Line {line}, {header}: {value} is below -1, a loss of more than everything. Write fractions: 1.2 % is 0.012."));
        }

        return value;
    }

    private static DateOnly Date(string cell, string header, int line, DateOnly? before, List<string> errors)
    {
        string text = cell.Length > 10 && cell[10] is 'T' or ' ' ? cell[..10] : cell;
        if (!DateOnly.TryParseExact(text, s_dateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            errors.Add($"Line {line}, {header}: \"{cell}\" is not a date. Write it as 2024-01-31.");
        }
        else if (date <= before)
        {
            errors.Add($"Line {line}, {header}: {cell} does not come after {before:yyyy-MM-dd}. Sort the lines and give one return a day.");
        }

        return date;
    }
}
