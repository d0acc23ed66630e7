using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Reports.Optimization;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Tests.Engine.Studies;

namespace AlphaFactory.Tests.Engine.Reports.Optimization;

public sealed partial class OptimizationPageTests
{
    private static readonly DateTimeOffset s_ended = new(2024, 3, 1, 12, 30, 0, TimeSpan.Zero);

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
    public void It_says_how_it_was_made_and_holds_the_file_that_makes_it_again()
    {
        var made = SweepResults.Make() with { FirstDay = new DateOnly(2015, 1, 2), LastDay = new DateOnly(2018, 12, 31), DataHash = "5f1c" };
        string page = Page(made);
        foreach (string fact in new[] { "2015-01-02 to 2018-12-31, 1,000 bars", "5f1c", "grid, every combination", "fast &lt; slow", "next-open", "100000", "2024-03-01 12:30 UTC" })
        {
            Assert.Contains($"<td class=\"left words\">{fact}</td>", page, StringComparison.Ordinal);
        }

        foreach (string name in new[] { "Commission %", "Slippage %", "Size %", "Seed", "Capital", "Fill" })
        {
            Assert.Contains($"<td class=\"left\">{name}</td>", page, StringComparison.Ordinal);
        }

        var again = StudyYaml.Read(WebUtility.HtmlDecode(StudyFile().Match(page).Groups[1].Value), RunKind.Sweep);
        Assert.Equal((made.FirstDay, made.LastDay, made.Sweep.Where), (again.Run.From, again.Run.To, again.Tried.Where));
        Assert.Equal(made.Sweep.Axes.SelectMany(axis => axis.Values), again.Tried.Axes.SelectMany(axis => axis.Values));
        Assert.Contains("not stored by this sweep", Page(SweepResults.Make()), StringComparison.Ordinal);
    }

    [Fact]
    public void One_set_and_one_value_are_written_as_one()
    {
        var made = SweepResults.Make();
        string page = Page(made with { Sets = 1, Sweep = made.Sweep with { Axes = [SweepAxis.Of("fast", 5, 5, 1), made.Sweep.Axes[1]] }, Clusters = null, Grids = [] });
        Assert.Contains("1 set by grid", page, StringComparison.Ordinal);
        Assert.Contains("(1 value)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("1 sets", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Generated_prices_are_named()
    {
        Assert.Contains("synthetic prices", OptimizationPage.Write(SweepResults.Make(), StatisticRegistry.Shipped(), isSynthetic: true, s_ended), StringComparison.Ordinal);
        Assert.DoesNotContain("synthetic prices", Page(SweepResults.Make()), StringComparison.Ordinal);
    }

    private static string Page(SweepStudyResult result) => OptimizationPage.Write(result, StatisticRegistry.Shipped(), isSynthetic: false, s_ended);

    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Drawings();

    [GeneratedRegex("(src|href|url\\()\\s*=?\\s*[\"']?(https?:|//)")]
    private static partial Regex Requests();

    [GeneratedRegex("<pre tabindex=\"0\">(.*?)</pre>", RegexOptions.Singleline)]
    private static partial Regex StudyFile();

    [GeneratedRegex("<rect class=\"heat[0-6]\"")]
    private static partial Regex HeatCells();
}
