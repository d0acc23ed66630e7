using AlphaFactory.Core.Instruments;

namespace AlphaFactory.Tests.Core.Instruments;

public sealed class SymbolGrammarTests
{
    [Theory]
    [InlineData(" aapl ", "AAPL")]
    [InlineData("BRK.B", "BRK.B")]
    [InlineData("^GSPC", "^GSPC")]
    [InlineData("EURUSD=X", "EURUSD=X")]
    [InlineData("DEMO-CHIP", "DEMO-CHIP")]
    public void Symbols_are_trimmed_and_upper_case(string text, string expected)
    {
        Assert.True(SymbolGrammar.TryNormalize(text, out string? symbol));
        Assert.Equal(expected, symbol);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("../etc/passwd")]
    [InlineData("A..B")]
    [InlineData("C:\\X")]
    [InlineData("=1+1")]
    [InlineData("-2")]
    [InlineData("@SUM")]
    [InlineData("<B>")]
    [InlineData("A B")]
    [InlineData("ÄÖ")]
    [InlineData("ABCDEFGHIJKLMNOPQRSTU")]
    public void Paths_formulas_markup_and_long_names_are_no_symbols(string? text) => Assert.False(SymbolGrammar.TryNormalize(text, out _));

    [Theory]
    [InlineData("prices/aapl.csv", "AAPL")]
    [InlineData("C:\\prices\\spy.csv.gz", "SPY")]
    [InlineData("my prices.csv", null)]
    public void The_file_name_proposes_a_symbol(string file, string? expected) => Assert.Equal(expected, SymbolGrammar.FromFileName(file));
}
