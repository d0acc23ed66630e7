using System.Globalization;
using System.Text;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Web.Api;

/// <summary>Columns in the form the caller asked for: binary (see <see cref="ColumnBlob"/>), CSV or JSON.</summary>
internal static class ColumnAnswer
{
    public const string Formats = "json, csv or binary";

    /// <summary>Why the format is refused, or nothing.</summary>
    public static IEnumerable<string> Faults(string format)
    {
        if (format is not ("json" or "csv" or "binary"))
        {
            yield return $"format is \"{format}\" but must be {Formats}.";
        }
    }

    /// <summary>The answer; <paramref name="name"/> becomes the file name of a download.</summary>
    public static IResult Of(IReadOnlyList<Column> columns, string format, string name) => format switch
    {
        "binary" => Results.Bytes(ColumnBlob.Write(columns), ColumnBlob.ContentType),
        "csv" => Results.File(Encoding.UTF8.GetBytes(Csv(columns)), "text/csv", name + ".csv"),
        _ => Results.Json(columns.ToDictionary(column => column.Name, column => column.Values.Select(value => double.IsFinite(value) ? value : (double?)null))),
    };

    /// <summary>The time as ISO 8601, numbers so that they read back as they were, an undefined one empty.</summary>
    private static string Csv(IReadOnlyList<Column> columns)
    {
        var text = new StringBuilder().AppendJoin(',', columns.Select(column => column.Name)).Append('\n');
        int rows = columns.Max(column => column.Values.Length);
        for (int row = 0; row < rows; row++)
        {
            text.AppendJoin(',', columns.Select(column => row < column.Values.Length ? Cell(column, row) : "")).Append('\n');
        }

        return text.ToString();
    }

    private static string Cell(Column column, int row)
    {
        double value = column.Values[row];
        return column.Name == "time"
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)value).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "";
    }
}
