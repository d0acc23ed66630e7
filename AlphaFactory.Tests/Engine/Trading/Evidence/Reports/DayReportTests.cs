using System.Text.RegularExpressions;
using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Trading;
using AlphaFactory.Engine.Trading.Evidence;
using AlphaFactory.Engine.Trading.Evidence.Notes;
using AlphaFactory.Engine.Trading.Evidence.Reports;

namespace AlphaFactory.Tests.Engine.Trading.Evidence.Reports;

public sealed partial class DayReportTests
{
    private static readonly DateOnly s_day = new(2024, 3, 4);

    [Fact]
    public void The_page_stands_alone_and_holds_no_value_that_is_none()
    {
        foreach (var report in (DayReport[])[Report(), Report() with { Deployments = [], Notes = [] }])
        {
            string page = DayReportPage.Write(report);
            Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotMatch(Requests(), page);
            Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
            Assert.Equal(page, DayReportPage.Write(report));
        }
    }

    [Fact]
    public void It_says_what_was_made_what_differed_what_it_cost_and_what_was_blocked()
    {
        string page = DayReportPage.Write(Report());
        foreach (string part in (string[])["Trading on 2024-03-04", "+$250.00", "1 of 2 trades match the backtest", "<h2>Execution</h2>", "Bought", "signal: No order was made.", "<td class=\"left\">Cool-down</td><td class=\"left words\">A trade of the symbol had ended shortly before.</td>", "2024-03-04 &lt;b&gt;", "replay of known bars"])
        {
            Assert.Contains(part, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_message_is_short_and_says_the_same()
    {
        string text = DayReportText.Write(Report());
        Assert.Equal(
            """
            Day 2024-03-04
            P&L +$250.00, 1 trade, 2 orders refused or cut.
            1 of 2 trades match the backtest (50%; 98% must), prices 0.0 bp apart at the median (slippage 5.0 bp).
            Execution +10.0 bp an order (n 1), model +5.0 bp.

            Crossover (Simulated, replay, TEST)
            P&L +$250.00 (+0.25%), equity $100,250.00, 1 trade
            Missing: No order was made.
            Refused or cut 2x by Cool-down: A trade of the symbol had ended shortly before.
            """,
            text.ReplaceLineEndings("\n"));
        Assert.Contains("No deployment has a judged day", DayReportText.Write(Report() with { Deployments = [] }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_of_many_deployments_counts_what_it_leaves_out()
    {
        var one = Report();
        string text = DayReportText.Write(one with { Deployments = [.. Enumerable.Repeat(one.Deployments[0], 100)] });
        Assert.InRange(text.Length, DayReportText.Longest / 2, 4096);
        Assert.Matches("and [0-9]+ more deployments", text);
    }

    internal static DayReport Report() => new()
    {
        From = s_day,
        To = s_day,
        Deployments =
        [
            new DeploymentReport
            {
                Id = "d1",
                Name = "Crossover",
                Mode = TradingMode.Simulated,
                Symbols = ["TEST"],
                Days = [Rows.Day(s_day, 100_000, 100_250, false, Rows.Same(), Rows.Missing()) with { Orders = [Rows.Order(fill: 100.6005)] }],
                Blocked = [Answer(1), Answer(2)],
            },
        ],
        Notes = [new TradingNote { Id = "n1", Text = "Odd <b>", Tags = [], Day = s_day, By = "2024-03-04 <b>", At = default, Version = 1 }],
    };

    private static GateRecord Answer(int number) => new()
    {
        Deployment = "d1",
        Reference = $"d1:TEST:{number}:0",
        Symbol = "TEST",
        Side = OrderSide.Buy,
        Decided = Rows.At(s_day).AddHours(14.5),
        Asked = 10,
        Allowed = 0,
        Code = "cool-down",
        By = "cool-down",
        Value = 3,
        Limit = 5,
    };

    [GeneratedRegex("(src|href|url\\()\\s*=?\\s*[\"']?(https?:|//)")]
    private static partial Regex Requests();
}
