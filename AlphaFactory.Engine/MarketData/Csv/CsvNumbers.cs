using System.Globalization;

namespace AlphaFactory.Engine.MarketData.Csv;

/// <summary>How a file writes numbers.</summary>
internal sealed class CsvNumbers
{
    private readonly NumberFormatInfo _format;
    private readonly NumberStyles _style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public CsvNumbers(char decimalSeparator, char? thousandsSeparator)
    {
        _format = new NumberFormatInfo { NumberDecimalSeparator = decimalSeparator.ToString(), NumberGroupSeparator = (thousandsSeparator ?? '\u0001').ToString() };
        if (thousandsSeparator is not null)
        {
            _style |= NumberStyles.AllowThousands;
        }

        Example = $"101{decimalSeparator}25";
        Decimal = decimalSeparator;
    }

    /// <summary>The decimal separator.</summary>
    public char Decimal { get; }

    /// <summary>A well written number, for messages.</summary>
    public string Example { get; }

    /// <summary>Decides on the decimal separator: as mapped, else a comma where only commas are seen and the delimiter is another.</summary>
    public static CsvNumbers Detect(CsvLayout layout, CsvColumns columns, CsvMapping mapping)
    {
        char decimalSeparator = mapping.DecimalSeparator ?? '.';
        if (mapping.DecimalSeparator is null && layout.Delimiter != ',')
        {
            CsvField[] prices = [CsvField.Open, CsvField.High, CsvField.Low, CsvField.Close];
            int[] indexes = [.. prices.Where(columns.Index.ContainsKey).Select(f => columns.Index[f])];
            string all = string.Concat(layout.Sample.SelectMany(row => indexes.Where(i => i < row.Length).Select(i => row[i])));
            decimalSeparator = all.Contains(',', StringComparison.Ordinal) && !all.Contains('.', StringComparison.Ordinal) ? ',' : '.';
        }

        return new CsvNumbers(decimalSeparator, mapping.ThousandsSeparator);
    }

    /// <summary>Reads one number exactly as <see cref="double.Parse(string)"/> would; infinities and NaN are no numbers.</summary>
    public bool TryParse(ReadOnlySpan<byte> text, out double value)
    {
        // NaN and Infinity parse whatever the style, because they are symbols of the format.
        return double.TryParse(text, _style, _format, out value) && double.IsFinite(value);
    }
}
