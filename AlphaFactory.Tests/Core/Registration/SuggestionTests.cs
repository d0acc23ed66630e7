using AlphaFactory.Core.Registration;

namespace AlphaFactory.Tests.Core.Registration;

public sealed class SuggestionTests
{
    [Theory]
    [InlineData("commision_pct", "commission_pct")]
    [InlineData("commission-pct", "commission_pct")]
    [InlineData("SLIPPAGE_PCT", "slippage_pct")]
    [InlineData("comm", "commission_pct")]
    [InlineData("banana", null)]
    public void The_nearest_known_word_is_offered_when_it_is_near(string word, string? expected) =>
        Assert.Equal(expected, Suggestion.Closest(word, ["commission_pct", "slippage_pct", "capital"]));
}
