using System.Text;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.MarketData.Csv;

namespace AlphaFactory.Benchmarks.Strategies;

/// <summary>Writes docs/strategies-compared.md from a folder of daily price files; figures only, no price leaves the folder.</summary>
internal static class StrategyComparison
{
    private static readonly string[] s_symbols = ["AAPL", "AMZN", "CVX", "GOOGL", "GS", "JNJ", "JPM", "MSFT", "NVDA", "PFE", "TSLA", "UNH", "XOM"];

    private static readonly DateOnly s_last = new(2025, 12, 31);

    /// <param name="folder">Folder with one SYMBOL.csv each.</param>
    /// <param name="output">Where the page goes.</param>
    public static async Task RunAsync(string folder, string output)
    {
        var series = new List<BarSeries>();
        foreach (string symbol in s_symbols)
        {
            series.Add(await ReadAsync(Path.Join(folder, symbol + ".csv"), symbol));
        }

        var text = new StringBuilder(Head.ReplaceLineEndings("\n"));
        text.Append("## One year, 2025\n\n");
        new PeriodComparison(series, new DateOnly(2025, 1, 2), s_last).Write(text);
        text.Append("\n## The long period, 2011-07-01 to 2025-12-31\n\n");
        new PeriodComparison(series, new DateOnly(2011, 7, 1), s_last).Write(text);
        text.Append(Tail.ReplaceLineEndings("\n"));
        await File.WriteAllTextAsync(output, text.ToString());
    }

    private static async Task<BarSeries> ReadAsync(string path, string symbol)
    {
        await using var file = File.OpenRead(path);
        var read = await new CsvBarReader(TimeProvider.System).ReadAsync(file, new CsvReadRequest(symbol, null, CsvMapping.Automatic), null, CancellationToken.None);
        return read is CsvBars bars
            ? bars.Bars.Adjust(new SeriesIdentity(symbol, bars.Interval, "csv", PriceAdjustment.TotalReturn, IsSynthetic: false))
            : throw new InvalidOperationException($"{path} could not be read: {string.Join(" ", ((CsvRefused)read).Errors)}");
    }

    private const string Head = """
        # Strategies compared

        Every shipped strategy with every preset, against buy and hold and against the SMA crossover 20/50. Made by
        `dotnet run -c Release --project AlphaFactory.Benchmarks -- compare-strategies FOLDER docs/strategies-compared.md`; the prices are a vendor's and are not part of
        this repository, so only figures are here.

        * **Symbols**: AAPL, AMZN, CVX, GOOGL, GS, JNJ, JPM, MSFT, NVDA, PFE, TSLA, UNH and XOM. Of the fourteen at hand BAC is left out, because its prices end a
          year before the others'. These are names somebody knew in 2025 to have survived and mostly to have done well: whatever is always invested in them looks
          good, and that is the largest bias of this page.
        * **Prices**: daily, adjusted for splits and dividends. The long period begins a year after the youngest series (TSLA, June 2010), so that the slowest
          average is warm on its first day.
        * **Trading**: decided on the close, filled at the next open; 0.1 % commission and 0.05 % slippage a side; whole shares; each symbol an account of its own of
          $100,000, all in, never rebalanced. Cash earns nothing. Figures are of the accounts added up; Sharpe ratios are annual, over a rate of 0.
        * **Intervals**: 95 %, stationary bootstrap of days in blocks of 20 on average, 1,000 resamples, seeded. The lead is the mean daily difference times 252,
          both accounts on the same drawn days; it is not the difference of the yearly returns, which compound.
        * Every preset is counted, none was tuned on these prices: they were set, at values in common use, before this page was first computed.


        """;

    private const string Tail = """

        ## What this says, and what it does not

        * Over the long period most of these names rose many times over, so being out of the market cost more than any rule brought in. A strategy that is invested
          a third of the time cannot be compared by its return alone; its Sharpe ratio and drawdown can, and its cash would have earned interest that is not
          counted here.
        * One year is some 250 days: the intervals of its Sharpe ratios are two to four units wide, and no gain in its table is
          separable from luck on its own.
        * An interval that includes 0 is no proof that there is nothing; it says that these prices do not show it.
        * The strategies are starting points for research with their failures written beside them. Whether a variant is worth trading is for walk-forward and
          validation to say, on symbols that were not chosen afterwards.

        """;
}
