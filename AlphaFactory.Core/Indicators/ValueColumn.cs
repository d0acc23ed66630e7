namespace AlphaFactory.Core.Indicators;

/// <summary>A named column of values one can ask of a series: a column of the bar or one of an indicator.</summary>
/// <param name="Name">Its name, such as <c>close</c> or <c>rsi_14</c>, in its one spelling.</param>
/// <param name="Field">The column of the bar; null when it is an indicator's.</param>
/// <param name="Indicator">The indicator's column; null when it is the bar's.</param>
public sealed record ValueColumn(string Name, PriceField? Field, IndicatorColumn? Indicator)
{
    /// <summary>Open, high, low, close and volume.</summary>
    public static IReadOnlyList<ValueColumn> Prices { get; } = [.. Enum.GetValues<PriceField>().Select(field => new ValueColumn(field.ToString().ToLowerInvariant(), field, null))];

    /// <summary>The last price.</summary>
    public static ValueColumn Close { get; } = Prices[(int)PriceField.Close];

    /// <summary>What its values are counted in.</summary>
    public OutputUnit Unit => Indicator is { } column ? column.Indicator.Outputs[column.Output].Unit : Field == PriceField.Volume ? OutputUnit.Shares : OutputUnit.Price;

    /// <summary>What people read.</summary>
    public string Title => Indicator is { } column ? column.Indicator.Name : Name[..1].ToUpperInvariant() + Name[1..];

    /// <summary>Bars without a value at the start of a series.</summary>
    public int WarmUpBars => Indicator?.WarmUpBars ?? 0;

    /// <summary>Resolves a name in any case, with any valid parameters.</summary>
    /// <exception cref="IndicatorColumnException">It names neither a column of the bar nor one of an indicator.</exception>
    public static ValueColumn Parse(string name)
    {
        string text = name.Trim();
        if (Prices.FirstOrDefault(price => price.Name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } field)
        {
            return field;
        }

        var column = IndicatorColumn.Parse(text);
        return new ValueColumn(column.Name, null, column);
    }

    /// <summary>Resolves a list of names parted by commas or blanks, each once; what means nothing is left out and told in <paramref name="faults"/>.</summary>
    public static IReadOnlyList<ValueColumn> ParseList(string? text, out IReadOnlyList<string> faults)
    {
        var found = new List<ValueColumn>();
        var wrong = new List<string>();
        foreach (string name in (text ?? "").Split([',', ' ', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            try
            {
                var column = Parse(name);
                if (!found.Contains(column))
                {
                    found.Add(column);
                }
            }
            catch (IndicatorColumnException fault)
            {
                wrong.Add(fault.Message);
            }
        }

        faults = wrong;
        return found;
    }
}
