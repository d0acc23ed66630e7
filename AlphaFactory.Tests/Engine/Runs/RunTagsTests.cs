using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Tests.Engine.Runs;

public sealed class RunTagsTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData(" , ,", "")]
    [InlineData("Momentum,  for   review ,momentum", "momentum|for review")]
    public void Tags_are_divided_by_commas_and_written_in_small_letters_once(string? text, string expected)
    {
        Assert.Equal(expected, string.Join('|', RunTags.Read(text, out var faults)));
        Assert.Empty(faults);
    }

    [Fact]
    public void A_tag_too_long_and_too_many_of_them_are_told_together()
    {
        RunTags.Read(string.Join(',', Enumerable.Range(0, 21).Select(i => $"tag {i}").Prepend(new string('x', 41))), out var faults);

        Assert.Equal(2, faults.Count);
        Assert.Contains("41 characters", faults[0]);
        Assert.Contains("22 tags", faults[1]);
    }

    [Fact]
    public void A_comma_inside_a_tag_is_refused() => Assert.Single(Refused(["a,b"]));

    private static IReadOnlyList<string> Refused(string[] texts)
    {
        RunTags.Read(texts, out var faults);
        return faults;
    }
}
