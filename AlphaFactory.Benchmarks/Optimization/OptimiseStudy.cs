using System.Globalization;
using System.Text;
using AlphaFactory.Benchmarks.Risk;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Benchmarks.Optimization;

/// <summary>Writes docs/optimisation-study.md: whether choosing parameters on the past helped on the days after it. Figures only, no price leaves the folder.</summary>
internal static class OptimiseStudy
{
    private const double Train = 0.7;

    // A year after the youngest series begins, so that the slowest average is warm on the first day.
    private static readonly DateOnly s_from = new(2011, 7, 1), s_to = new(2025, 12, 31);

    /// <param name="folder">Folder with one CSV of daily bars a symbol.</param>
    /// <param name="output">File to write.</param>
    public static void Run(string folder, string output)
    {
        BarSeries[] universe = StudyData.Read(folder);
        var period = StudyPeriod.Of(universe[0], s_from, s_to, Train);
        var text = new StringBuilder(Head.ReplaceLineEndings("\n").Replace("SYMBOLS", string.Join(", ", StudyData.Symbols), StringComparison.Ordinal));
        var studies = StudySweep.All.Select(sweep => (sweep.Name, Split: new SplitStudy(sweep, period, universe), Rolling: new RollingStudy(sweep, period, universe))).ToList();
        Short(text, [.. studies.SelectMany(study => new[] { ($"{study.Name}, one cut", study.Split.Ways), ($"{study.Name}, anew every year", study.Rolling.Ways) })]);
        foreach (var (name, split, rolling) in studies)
        {
            text.Append("\n## ").Append(name).Append("\n\n");
            split.Write(text);
            rolling.Write(text);
        }

        text.Append(Tail.ReplaceLineEndings("\n"));
        File.WriteAllText(output, text.ToString());
    }

    private static void Short(StringBuilder text, IReadOnlyList<(string Name, IReadOnlyList<Basket> Ways)> results)
    {
        text.Append("\n## In short\n\nDifferences of Sharpe ratios out of sample, with 95 % intervals.\n\n| | best less default | plateau less default | plateau less buy and hold |\n|---|---:|---:|---:|\n");
        foreach (var (name, ways) in results)
        {
            text.Append("| ").Append(name).Append(" | ").Append(WayTable.Short(ways)).Append(" |\n");
        }

        int helped = results.Count(result => WayTable.Helped(result.Ways));
        text.Append(CultureInfo.InvariantCulture, $"\n{(helped == 0 ? "In none of these did choosing parameters on the past beat the default out of sample for certain" : $"Choosing parameters on the past beat the default out of sample in {helped} of {results.Count}")}: an interval that holds 0 is what luck alone gives as well.\n");
    }

    private const string Head = """
        # Did optimising help?

        Made by `dotnet run -c Release --project AlphaFactory.Benchmarks -- optimise-study FOLDER docs/optimisation-study.md`; the prices are a vendor's and are not part
        of this repository, so only figures are here.

        * **Symbols**: SYMBOLS. They are household names of today, picked with hindsight: returns are too good to be true. Differences between two ways to
          trade the same shares are what this page is about.
        * **Prices**: daily, adjusted for splits and dividends. Bars before a period warm the strategy up and are not traded.
        * **Trading**: decided on the close, filled at the next open; 0.1 % commission and 0.05 % slippage a side; whole shares; each symbol an account of its own of
          $100,000, all in, long or out. Cash earns nothing. A way's figures are of its accounts added up; Sharpe ratios are annual, over a rate of 0.
        * **Ways**: the single best set of training by Sharpe ratio; the plateau, the set whose neighbourhood is best; the strategy's default, which nobody optimised
          on these prices; buy and hold. All four are judged on the same days, none of which was seen when the parameters were chosen.
        * **Intervals**: 95 %, stationary bootstrap of days in blocks of 20 on average, seeded. Differences are paired: both ways on the same drawn days.
        * **Deflated Sharpe ratio**: of the best set in training, for all sets tried on that symbol and the scatter they showed, or that of runs without skill where that is more. **PBO**: probability of backtest
          overfitting in training, 16 blocks and 12,870 splits, on every so many sets of the whole grid, 120 at most.

        """;

    private const string Tail = """
        ## What this says, and what it does not

        * A higher figure in training is what a search produces by itself; only the columns out of sample say anything about the parameters.
        * A dash is a Sharpe ratio that does not exist: the parameters never traded on those days.
        * An interval that holds 0 is no proof that optimising is useless; it says that these days do not show a use.
        * Two strategies, thirteen shares and one cut are one draw of history. Another cut, other ranges or another objective may fall out differently, and trying
          them until one falls out well would be the very fault this page is about.

        """;
}
