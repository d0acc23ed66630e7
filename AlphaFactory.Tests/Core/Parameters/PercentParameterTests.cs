using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Parameters;

namespace AlphaFactory.Tests.Core.Parameters;

/// <summary>A parameter in per cent is a fraction inside and per cent wherever a person meets it.</summary>
public sealed class PercentParameterTests
{
    private static readonly ParameterSchema<Limits> s_schema = new(typeof(Limits));

    [Fact]
    public void It_is_declared_as_a_fraction_and_shown_in_per_cent()
    {
        var definition = Assert.Single(s_schema.Definitions);
        Assert.Equal(("limit_pct", "%", "5", "a number from 0.1 to 50"), (definition.Name, definition.Unit, definition.Default, definition.Allowed));
    }

    [Theory]
    [InlineData("7", 0.07)]
    [InlineData("0.1", 0.001)]
    [InlineData("50", 0.5)]
    [InlineData("12.345", 0.12345)]
    public void Its_text_is_read_without_losing_a_digit(string text, double expected)
    {
        var limits = s_schema.Parse(new Dictionary<string, string> { ["limit_pct"] = text }, out var faults)!;
        Assert.Empty(faults);
        Assert.Equal(expected, limits.Limit);
        Assert.Equal(text, s_schema.Format(limits)["limit_pct"]);
    }

    [Theory]
    [InlineData("0.09")]
    [InlineData("51")]
    [InlineData("NaN")]
    [InlineData("many")]
    public void What_is_out_of_range_is_refused_in_per_cent(string text)
    {
        Assert.Null(s_schema.Parse(new Dictionary<string, string> { ["limit_pct"] = text }, out var faults));
        Assert.Equal($"limit_pct is \"{text}\" but must be a number from 0.1 to 50; the default is 5.", Assert.Single(faults));
    }

    public sealed record Limits
    {
        [Percent, Range(0.001, 0.5)]
        public double Limit { get; init; } = 0.05;
    }
}
