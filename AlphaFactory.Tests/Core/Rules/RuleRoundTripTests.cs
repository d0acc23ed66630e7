using AlphaFactory.Core.Rules;

namespace AlphaFactory.Tests.Core.Rules;

/// <summary>Text to tree and back loses nothing, tried on generated trees.</summary>
public sealed class RuleRoundTripTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Reading_what_was_printed_gives_the_same_tree(int seed)
    {
        var trees = new RuleTrees(seed);
        for (int i = 0; i < 100; i++)
        {
            var tree = trees.Next();
            string text = RuleText.Print(tree);
            Assert.Equal(tree, Rules.Of(text));
            Assert.Equal(text, RuleText.Print(Rules.Of(text)));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Spaces_lines_and_case_do_not_matter(int seed)
    {
        var trees = new RuleTrees(1000 + seed);
        for (int i = 0; i < 20; i++)
        {
            var tree = trees.Next();
            string text = RuleText.Print(tree);
            Assert.Equal(tree, Rules.Of(text.Replace(" ", "  ", StringComparison.Ordinal).Replace("\n", "\r\n\t", StringComparison.Ordinal)));
            Assert.Equal(tree, Rules.Of(text.Replace('\n', ' ').ToUpperInvariant()));
        }
    }

    [Fact]
    public void Trees_that_differ_anywhere_are_not_equal()
    {
        var trees = new RuleTrees(5);
        RuleSet[] all = [.. Enumerable.Range(0, 200).Select(_ => trees.Next())];
        Assert.Equal(all.Select(RuleText.Print).Distinct().Count(), all.Distinct().Count());
        Assert.True(all.Distinct().Count() > 190);
    }
}
