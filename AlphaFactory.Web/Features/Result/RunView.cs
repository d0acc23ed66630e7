using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.Charts;
using AlphaFactory.Web.Components.Values;

namespace AlphaFactory.Web.Features.Result;

/// <summary>A finished run as the page draws it: made once per result, asked for at every change of the address.</summary>
public sealed class RunView(RunRecord run, BacktestResult result, IReadOnlyList<Headline> headlines)
{
    private readonly string _charts = $"charts/runs/{run.Id}";

    public RunRecord Run => run;

    public BacktestResult Result => result;

    public IReadOnlyList<Headline> Headlines => headlines;

    public IReadOnlyList<PeriodRow> Periods { get; } = PeriodRow.Of(result);

    public string CsvHref => $"results/{run.Id}/trades.csv";

    public string RiskCsvHref => $"results/{run.Id}/risk.csv";

    public string YamlHref => $"results/{run.Id}/run.yaml";

    /// <summary>Total return of the run and of buy and hold, for the key above the chart.</summary>
    public double? RunReturn => result.Metrics.GetValueOrDefault("total_return");

    public double? HoldReturn => result.BenchmarkMetrics.GetValueOrDefault("total_return");

    public EquityChartOptions Equity(ResultAddress address) => new()
    {
        Equity = $"{_charts}/equity?v={result.Fingerprint}",
        Trades = $"{_charts}/trades?v={result.Fingerprint}",
        First = result.Times[0],
        Last = result.Times[^1],
        WarmUpEnd = WarmUpEnd,
        Range = address.Range,
        Log = address.Logarithmic,
        BenchmarkName = "Buy and hold",
        Strip = $"In the market {FigureText.Percent(result.Metrics.GetValueOrDefault("exposure"), 0)} of bars",
    };

    public CandleChartOptions Candles(ResultAddress address) => new()
    {
        Candles = $"{_charts}/candles?v={result.DataHash}",
        Trades = $"{_charts}/trades?v={result.Fingerprint}",
        Symbol = result.Series.Symbol,
        First = result.Times[0],
        Last = result.Times[^1],
        WarmUpEnd = WarmUpEnd,
        Range = address.Range,
        Log = address.Logarithmic,
        Trade = address.Trade,
        Passport = "candle-passport",
    };

    /// <summary>The address that frames a trade with some bars around it; null when there is no such trade.</summary>
    public ResultAddress? Frame(ResultAddress address, int number)
    {
        if (number < 1 || number > result.Trades.Count)
        {
            return null;
        }

        var trade = result.Trades[number - 1];
        int around = Math.Max(20, trade.Bars / 2);
        string format = result.Series.Interval.IsDaily ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm";
        string At(int bar) => DateTimeOffset.FromUnixTimeMilliseconds(result.Times[Math.Clamp(bar, 0, result.Times.Length - 1)]).UtcDateTime.ToString(format, System.Globalization.CultureInfo.InvariantCulture);
        return address with { Trade = number, Range = $"{At(trade.EntryBar - around)}~{At(trade.ExitBar + around)}" };
    }

    /// <summary>Number of the trade that won most; null when there is none.</summary>
    public int? Biggest => result.Trades.Count == 0 ? null : Enumerable.Range(1, result.Trades.Count).MaxBy(number => result.Trades[number - 1].ProfitAndLoss);

    private long WarmUpEnd => result.Times[Math.Clamp(result.WarmUpBars - 1, 0, result.Times.Length - 1)];
}
