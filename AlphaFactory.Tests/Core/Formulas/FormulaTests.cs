using AlphaFactory.Core.Formulas;

namespace AlphaFactory.Tests.Core.Formulas;

public sealed class FormulaTests
{
    private static readonly string[] s_names = ["fast", "slow", "sharpe", "trades"];

    [Theory]
    [InlineData("1 + 2 * 3", 7)]
    [InlineData("(1 + 2) * 3", 9)]
    [InlineData("8 - 4 - 2", 2)]
    [InlineData("-2 * -3", 6)]
    [InlineData("7 % 4 / 2", 1.5)]
    [InlineData("1.5e2 + .5", 150.5)]
    [InlineData("fast < slow", 1)]
    [InlineData("fast >= slow or slow == 50", 1)]
    [InlineData("not fast > slow and slow - fast >= 30", 1)]
    [InlineData("not (fast < slow)", 0)]
    [InlineData("max(fast, slow) / min(fast, slow)", 2.5)]
    [InlineData("abs(fast - slow)", 30)]
    [InlineData("sqrt(pow(3, 2) + 16)", 5)]
    [InlineData("fast != 20", 0)]
    public void It_computes_as_written(string text, double expected) => Assert.Equal(expected, Value(text));

    [Theory]
    [InlineData("sharpe > 1")]
    [InlineData("sharpe < 1")]
    [InlineData("sharpe == sharpe")]
    [InlineData("sharpe != 1")]
    public void A_condition_on_an_undefined_number_is_false(string text) => Assert.Equal(0, Value(text));

    [Theory]
    [InlineData("1 / 0", false)]
    [InlineData("0 / 0", false)]
    [InlineData("1 / 0 and fast < slow", false)]
    [InlineData("0 / 0 or fast > slow", false)]
    [InlineData("1 / 0 or fast < slow", true)]
    [InlineData("fast - slow", true)]
    [InlineData("fast - fast", false)]
    public void Only_a_number_other_than_0_is_true(string text, bool expected)
    {
        var formula = Formula.Parse(text, s_names, out _)!;
        Assert.Equal(expected, formula.Holds([.. formula.Variables.Select(name => name == "fast" ? 20.0 : 50)]));
    }

    [Fact]
    public void An_undefined_number_stays_undefined() => Assert.Equal(double.NaN, Value("sharpe * 0 + 1"));

    [Theory]
    [InlineData("fast <", "at character 7: it ends")]
    [InlineData("fst < slow", "at character 1: there is no \"fst\". Did you mean \"fast\"?")]
    [InlineData("(fast", "at character 6: ) is missing")]
    [InlineData("fast slow", "at character 6: \"slow\" is left over")]
    [InlineData("min(fast)", "at character 9: , is missing")]
    [InlineData("1..2", "\"1..2\" is no number")]
    [InlineData("fast & slow", "\"& slow\" is left over")]
    [InlineData("", "at character 1: it ends")]
    public void A_fault_points_at_its_character(string text, string expected)
    {
        Assert.Null(Formula.Parse(text, s_names, out string? fault));
        Assert.Contains(expected, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hostile_text_is_refused_at_once()
    {
        Assert.Null(Formula.Parse(new string('(', 900), s_names, out string? deep));
        Assert.Contains("nested", deep, StringComparison.Ordinal);
        Assert.Null(Formula.Parse(new string('1', 2000), s_names, out string? longer));
        Assert.Contains("1000 are the most", longer, StringComparison.Ordinal);
    }

    private static double Value(string text)
    {
        var formula = Formula.Parse(text, s_names, out string? fault);
        Assert.True(formula is not null, fault);
        var known = new Dictionary<string, double> { ["fast"] = 20, ["slow"] = 50, ["sharpe"] = double.NaN, ["trades"] = 3 };
        return formula.Evaluate([.. formula.Variables.Select(name => known[name])]);
    }
}
