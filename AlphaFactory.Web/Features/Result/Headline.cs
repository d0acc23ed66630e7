using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Web.Components.Values;

namespace AlphaFactory.Web.Features.Result;

/// <summary>One figure of the row under the verdict, with all that its hover says.</summary>
public sealed record Headline
{
    private const long MillisecondsOfDay = 86_400_000;

    // Reference: the value that means "nothing"; null where there is none. Decimals as the table "Numbers" of the look has them.
    private static readonly (string Id, string Title, bool OfTrades, double? Reference, int Decimals, int IntervalDecimals, bool Signed)[] Shown =
    [
        ("total_return", "Total return", false, 0, 1, 0, true),
        ("cagr", "CAGR", false, 0, 2, 1, true),
        ("sharpe", "Sharpe", false, 0, 2, 2, false),
        ("max_drawdown", "Max drawdown", false, null, 2, 1, true),
        ("profit_factor", "Profit factor", true, 1, 2, 2, false),
        ("win_rate", "Win rate", true, 0.5, 1, 0, false),
        ("expectancy", "Expectancy", true, 0, 0, 0, true),
    ];

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required double? Value { get; init; }

    /// <summary>Why there is no value.</summary>
    public required string? Reason { get; init; }

    public required Interval? Interval { get; init; }

    public required double? Reference { get; init; }

    public required StatisticAttribute Declared { get; init; }

    /// <summary>True for money and returns, which carry sign, colour and triangle.</summary>
    public required bool IsResult { get; init; }

    public required int Decimals { get; init; }

    /// <summary>"n 2,516 d" or "n 30".</summary>
    public required string Count { get; init; }

    /// <summary>"n 2,516 days" or "n 30 trades".</summary>
    public required string CountInWords { get; init; }

    public required int IntervalDecimals { get; init; }

    /// <summary>The figures of a result in the order of the page.</summary>
    public static IReadOnlyList<Headline> Of(BacktestResult result, StatisticRegistry statistics)
    {
        // Figures of returns stand on days whatever the bars are; figures of trades on the closed ones.
        string days = FigureText.Count(result.Series.Interval.IsDaily ? result.Times.Length : result.Times.DistinctBy(time => time / MillisecondsOfDay).Count())!;
        string trades = FigureText.Count(result.Trades.Count(trade => !trade.IsOpen))!;
        return [.. Shown.Select(shown => new Headline
        {
            Id = shown.Id,
            Title = shown.Title,
            Value = result.Metrics.GetValueOrDefault(shown.Id),
            Reason = result.Reasons.GetValueOrDefault(shown.Id),
            Interval = result.Intervals.TryGetValue(shown.Id, out var interval) ? interval : null,
            Reference = shown.Reference,
            Declared = statistics.Find(shown.Id) ?? throw new InvalidOperationException($"The headline figure {shown.Id} is not registered as a statistic."),
            IsResult = shown.Signed,
            Decimals = shown.Decimals,
            IntervalDecimals = shown.IntervalDecimals,
            Count = shown.OfTrades ? $"n {trades}" : $"n {days} d",
            CountInWords = shown.OfTrades ? $"n {trades} trades" : $"n {days} days",
        })];
    }

    public bool IsMoney => Declared.Unit == StatisticUnit.Money;

    /// <summary>The figure as written; null when it is undefined.</summary>
    public string? Text => Write(Value, Decimals);

    /// <summary>Both ends of the interval as written; null when there is none.</summary>
    public (string Low, string High)? Ends =>
        Interval is { } interval && Write(interval.Low, IntervalDecimals) is { } low && Write(interval.High, IntervalDecimals) is { } high ? (low, high) : null;

    private string? Write(double? value, int decimals) => Declared.Unit switch
    {
        StatisticUnit.Fraction => FigureText.Percent(value, decimals, plus: IsResult && Id != "max_drawdown"),
        StatisticUnit.Money => FigureText.Money(value, cents: decimals > 0, plus: IsResult),
        _ => FigureText.Number(value, decimals),
    };
}
