using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Statistics.Sheets;
using AlphaFactory.Engine.Reports.Tearsheets;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Reports.Tearsheets;

public sealed partial class TearsheetPageTests
{
    public static TheoryData<string> Names => [.. StatisticsOracle.SeriesNames.Select(row => row.Data), .. StatisticsOracle.DegenerateNames.Select(row => row.Data), "enormous"];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_page_stands_alone_and_holds_no_value_that_is_none(string name)
    {
        string page = Page(Series(name));
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(Requests(), page);
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", page, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_drawing_is_well_formed_and_says_what_it_shows(string name)
    {
        foreach (Match drawing in Drawings().Matches(Page(Series(name))))
        {
            var svg = XElement.Parse(drawing.Value);
            Assert.False(string.IsNullOrWhiteSpace(svg.Attribute("aria-label")!.Value));
        }
    }

    [Fact]
    public void A_long_series_has_every_section()
    {
        string page = Page(Series("crash"));
        foreach (string title in new[] { "Growth of 1, and drawdown", "Returns by month", "Rolling Sharpe ratio, 126 days", "Rolling volatility, 63 days", "Rolling beta to index, 126 days", "Daily returns", "Deepest drawdowns", "All figures" })
        {
            Assert.Contains($"<h2>{title}</h2>", page, StringComparison.Ordinal);
        }

        var measures = ReturnSheet.Of(Series("crash").Run).Measures;
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"<b>−{-100 * measures["max_drawdown"].Value:N2}%</b>"), page, StringComparison.Ordinal);
        foreach (string id in measures.Keys)
        {
            Assert.Contains($"<code>{id}</code>", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Light_and_dark_follow_the_system()
    {
        string page = Page(Series("tiny"));
        Assert.Contains("@media (prefers-color-scheme: dark) { :root {", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-theme", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_is_text_and_never_markup()
    {
        string page = Page(Series("crash") with { Name = "<img src=x>&\"'", Benchmark = "<b>" });
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>,", page, StringComparison.Ordinal);
        Assert.Contains("&lt;img src=x&gt;&amp;", page, StringComparison.Ordinal);
        Assert.Contains("Rolling beta to &lt;b&gt;, 126 days", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_series_gives_the_same_page() => Assert.Equal(Page(Series("trending")), Page(Series("trending")));

    private static string Page(ReturnSeries series) => TearsheetPage.Write(series, ReturnSheet.Of(series.Run, trials: 20));

    private static ReturnSeries Series(string name) =>
        name == "enormous" ? new ReturnSeries(name, null, Performance.FromReturns([.. Enumerable.Range(0, 200).Select(day => day % 2 == 0 ? 1e6 : -0.5)]))
        : StatisticsOracle.DegenerateNames.Any(row => row.Data == name) ? new ReturnSeries(name, null, StatisticsOracle.Degenerate(name))
        : new ReturnSeries(name, "index", StatisticsOracle.Run(name));

    [GeneratedRegex("(src|href)=|https?://|url\\(|@import", RegexOptions.IgnoreCase)]
    private static partial Regex Requests();

    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Drawings();
}
