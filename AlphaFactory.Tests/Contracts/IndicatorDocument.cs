using System.Text;
using AlphaFactory.Core.Indicators;

namespace AlphaFactory.Tests.Contracts;

/// <summary>Writes docs/indicators.md from the registry.</summary>
internal static class IndicatorDocument
{
    public static string Write()
    {
        var registry = IndicatorRegistry.Shipped();
        var text = new StringBuilder();
        text.Append($"""
            # Indicators

            {registry.All.Count} indicators. This page is made from their declarations (`AlphaFactory.Core/Indicators`); a test says when it is out of date and
            `ALPHAFACTORY_TEST_WRITE_DOCS=1` with that test writes it anew.

            * A column is named by its indicator and its parameters: `sma_20`, `macd_signal_12_26_9`. Any parameters inside the ranges will do: `sma_37`.
            * The first value comes at the 0-based bar given as warm-up, for the defaults; before it there is no value, never 0.
            * No value looks ahead, and a value never changes when later bars arrive.
            * A value that is not finite in a column an indicator reads splits the series: that bar has no value, and what follows is computed as a series of
              its own, with a warm-up of its own. So a gap costs exactly the windows that touch it. Averages with an endless memory (EMA, Wilder's) and running totals
              (OBV, A/D) begin anew after it.
            * Where a value is not defined although the data are there, such as a z-score of equal prices, there is none. Indicators of the TA-Lib set keep its
              convention instead, mostly 0; their formula says so.

            """.ReplaceLineEndings("\n"));
        foreach (var group in registry.All.GroupBy(entry => entry.About.Group).OrderBy(group => group.Key))
        {
            text.Append($"\n## {group.Key}\n");
            foreach (var entry in group)
            {
                Append(text, entry);
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, IndicatorEntry entry)
    {
        var defaults = entry.Parameters.Defaults();
        text.Append($"\n### {entry.Name} (`{entry.Id}`)\n\n{entry.About.Says}\n\n");
        text.Append($"* Formula: {entry.About.Formula}\n* Source: {entry.About.Source}\n* Reads: {entry.InputsOf(defaults)}\n");
        foreach (var column in entry.Columns(defaults))
        {
            var output = entry.Outputs[column.Output];
            text.Append($"* `{column.Name}`: {output.Name}, {output.Unit.ToString().ToLowerInvariant()}; warm-up {column.WarmUpBars}\n");
        }

        foreach (var parameter in entry.Parameters.Definitions)
        {
            text.Append($"* {parameter.Name} = {parameter.Default}: {parameter.Allowed}\n");
        }
    }
}
