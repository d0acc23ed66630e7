using System.Globalization;
using AlphaFactory.Core.Indicators;

namespace AlphaFactory.Tests.Core.Indicators;

/// <summary>Every column trusted software computed, to 1e-9 of the value or 1e-10, with a value on the same bars.</summary>
public sealed class OracleTests
{
    private const double Relative = 1e-9, Absolute = 1e-10;

    private static readonly Lazy<IndicatorTable> s_all = new(() => new IndicatorPlan(OracleFiles.Columns).Compute(OracleFiles.Bars));

    public static TheoryData<string> Columns() => [.. OracleFiles.Columns];

    [Theory]
    [MemberData(nameof(Columns))]
    public void A_column_agrees_with_the_oracle(string column)
    {
        double[] expected = OracleFiles.Values(column);
        var actual = s_all.Value[Array.IndexOf(OracleFiles.Columns, column)];
        Assert.Equal(expected.Length, actual.Length);
        var wrong = new List<string>();
        for (int bar = 0; bar < expected.Length; bar++)
        {
            if (!Agrees(column, bar, expected[bar], actual[bar]))
            {
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"bar {bar}: expected {expected[bar]:R} but was {actual[bar]:R}"));
            }
        }

        Assert.True(wrong.Count == 0, $"{column} is wrong on {wrong.Count} bars: {string.Join("; ", wrong.Take(5))}");
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public void A_column_computed_alone_is_the_same_to_the_last_bit(string column)
    {
        var alone = new IndicatorPlan(column).Compute(OracleFiles.Bars);
        Assert.True(alone[0].SequenceEqual(s_all.Value[Array.IndexOf(OracleFiles.Columns, column)]), column);
    }

    [Fact]
    public void A_wrong_value_is_seen()
    {
        Assert.False(Agrees("sma_20", 100, 50, 50 + 1e-7));
        Assert.False(Agrees("sma_20", 100, 50, double.NaN));
        Assert.False(Agrees("sma_20", 100, double.NaN, 50));
    }

    private static bool Agrees(string column, int bar, double expected, double actual)
    {
        if (double.IsNaN(expected) || double.IsNaN(actual))
        {
            return double.IsNaN(expected) && double.IsNaN(actual);
        }

        if (column.StartsWith("cdl_", StringComparison.Ordinal))
        {
            return actual == expected || (OracleFiles.Ties.TryGetValue((column, bar), out double exact) && actual == exact);
        }

        if (Near(expected, actual))
        {
            return true;
        }

        // While price stands still the stochastic RSI is made of rounding errors; only its bounds can be asked for.
        return OracleFiles.Noise.TryGetValue((column, bar), out double precise)
            && (column.StartsWith("stochrsi", StringComparison.Ordinal) ? actual is >= 0 and <= 100 : Near(precise, actual));
    }

    private static bool Near(double expected, double actual) =>
        Math.Abs(actual - expected) <= Math.Max(Absolute, Relative * Math.Max(Math.Abs(actual), Math.Abs(expected)));
}
