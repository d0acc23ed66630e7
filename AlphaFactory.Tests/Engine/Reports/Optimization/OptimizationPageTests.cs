using System.Text.RegularExpressions;
using System.Xml.Linq;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Reports.Optimization;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Tests.Engine.Studies;

namespace AlphaFactory.Tests.Engine.Reports.Optimization;

public sealed partial class OptimizationPageTests
{
    public static TheoryData<bool> Any => new(true, false);

    [Theory]
    [MemberData(nameof(Any))]
    public void The_page_stands_alone_and_holds_no_value_that_is_none(bool any)
    {
        string page = Page(SweepResults.Make(deflated: null, any: any));
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(Requests(), page);
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
        foreach (Match drawing in Drawings().Matches(page))
        {
            Assert.False(string.IsNullOrWhiteSpace(XElement.Parse(drawing.Value).Attribute("aria-label")!.Value));
        }
    }

    [Fact]
    public void It_says_the_verdict_and_shows_what_was_not_optimised()
    {
        string page = Page(SweepResults.Make());
        Assert.Contains("The best set stands out beyond luck.", page, StringComparison.Ordinal);
        foreach (string title in new[] { "Points", "Is it more than luck?", "Clusters of good sets", "Sharpe ratio by fast and slow", "All sets", "Best 3 of 16 sets" })
        {
            Assert.Contains($"<h2>{title}</h2>", page, StringComparison.Ordinal);
        }

        Assert.Contains("<td class=\"left\">Default</td>", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"left\">Buy and hold</td>", page, StringComparison.Ordinal);
        Assert.Contains("3 sets with Sharpe ratio of 0.40 or more, in 2 groups of neighbours.", page, StringComparison.Ordinal);
        Assert.Contains("<td>2</td><td>15..20</td><td>50..60</td>", page, StringComparison.Ordinal);
        Assert.Equal(16, HeatCells().Count(page));
        Assert.Equal(page, Page(SweepResults.Make()));
    }

    [Fact]
    public void Generated_prices_are_named()
    {
        Assert.Contains("synthetic prices", OptimizationPage.Write(SweepResults.Make(), StatisticRegistry.Shipped(), isSynthetic: true), StringComparison.Ordinal);
        Assert.DoesNotContain("synthetic prices", Page(SweepResults.Make()), StringComparison.Ordinal);
    }

    private static string Page(SweepStudyResult result) => OptimizationPage.Write(result, StatisticRegistry.Shipped(), isSynthetic: false);

    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Drawings();

    [GeneratedRegex("(src|href|url\\()\\s*=?\\s*[\"']?(https?:|//)")]
    private static partial Regex Requests();

    [GeneratedRegex("<rect class=\"heat[0-6]\"")]
    private static partial Regex HeatCells();
}
