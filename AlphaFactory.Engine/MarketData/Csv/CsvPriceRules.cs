using System.Globalization;

namespace AlphaFactory.Engine.MarketData.Csv;

/// <summary>What the numbers of one bar must satisfy.</summary>
internal static class CsvPriceRules
{
    private const double HighestPrice = 1e9, HighestVolume = 1e14;

    /// <summary>Largest miss that rounding of adjusted prices explains, as a fraction of the price.</summary>
    private const double Rounding = 1e-6;

    /// <summary>Checks one bar and adds what is wrong.</summary>
    /// <returns>False when the bar cannot be taken.</returns>
    public static bool Check(long line, ref CsvPrices bar, CsvColumns columns, CsvErrors errors, out bool widened)
    {
        widened = false;
        long before = errors.Count;
        Price(CsvField.Open, bar.Open);
        Price(CsvField.High, bar.High);
        Price(CsvField.Low, bar.Low);
        Price(CsvField.Close, bar.Close);
        if (bar.Adjusted is { } adjusted)
        {
            Price(CsvField.AdjustedClose, adjusted);
        }

        if (bar.Volume < 0 || bar.Volume > HighestVolume)
        {
            errors.Add(line, columns.Name(CsvField.Volume), Text(bar.Volume), "volume-range", "Volume must be from 0 to 1e14.", "Correct it, or write 0 where none is known.");
        }

        if (errors.Count == before)
        {
            Order(line, ref bar, columns, errors, ref widened);
        }

        return errors.Count == before;

        void Price(CsvField field, double price)
        {
            if (price <= 0 || price > HighestPrice)
            {
                errors.Add(line, columns.Name(field), Text(price), "price-range", "A price must be above 0 and at most 1e9.", "Correct the price or take the line out.");
            }
        }
    }

    private static void Order(long line, ref CsvPrices bar, CsvColumns columns, CsvErrors errors, ref bool widened)
    {
        double top = Math.Max(bar.Open, bar.Close), bottom = Math.Min(bar.Open, bar.Close);
        if (bar.High < bar.Low)
        {
            errors.Add(line, columns.Name(CsvField.High), Text(bar.High), "high-below-low", $"High is below low ({Text(bar.Low)}).", "Check whether the columns are swapped.");
            return;
        }

        if (bar.High < top * (1 - Rounding))
        {
            errors.Add(line, columns.Name(CsvField.High), Text(bar.High), "high-too-low", $"High is below open ({Text(bar.Open)}) or close ({Text(bar.Close)}).", "Correct the line or check whether the columns are swapped.");
        }

        if (bar.Low > bottom * (1 + Rounding))
        {
            errors.Add(line, columns.Name(CsvField.Low), Text(bar.Low), "low-too-high", $"Low is above open ({Text(bar.Open)}) or close ({Text(bar.Close)}).", "Correct the line or check whether the columns are swapped.");
        }

        widened = bar.High < top || bar.Low > bottom;
        (bar.High, bar.Low) = (Math.Max(bar.High, top), Math.Min(bar.Low, bottom));
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
