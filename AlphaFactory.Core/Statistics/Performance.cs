using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Statistics;

/// <summary>
/// What every statistic is computed from: daily simple net returns, the equity they make, closed trades and costs. Days without a
/// position count with return 0. Not safe to share between threads while a statistic is first computed.
/// </summary>
public sealed record Performance
{
    /// <summary>Trading days of a year; a market that never closes would take 365.</summary>
    public const double TradingDaysPerYear = 252;

    private double[]? _drawdown, _sorted;
    private Moments? _moments;

    private Performance(double initialCapital, double[] equity, double[] returns) =>
        (InitialCapital, Equity, Returns) = (initialCapital, equity, returns);

    /// <summary>Money at the start.</summary>
    public double InitialCapital { get; }

    /// <summary>Equity at the close of each day, without the start.</summary>
    public double[] Equity { get; }

    /// <summary>Simple return of each day; the first is measured from the initial capital, and it is 0 once equity is gone.</summary>
    public double[] Returns { get; }

    /// <summary>Days in a year.</summary>
    public double DaysPerYear { get; init; } = TradingDaysPerYear;

    /// <summary>Number of days.</summary>
    public int Days => Returns.Length;

    /// <summary>Equity at the end.</summary>
    public double FinalEquity => Days == 0 ? InitialCapital : Equity[^1];

    /// <summary>The day of each return, rising; empty when the days are not known.</summary>
    public DateOnly[] Dates { get; init; } = [];

    /// <summary>Daily returns of the benchmark over the same days; empty when there is none.</summary>
    public double[] BenchmarkReturns { get; init; } = [];

    /// <summary>Closed trades.</summary>
    public IReadOnlyList<TradeOutcome> Trades { get; init; } = [];

    /// <summary>Trades still open at the end.</summary>
    public int OpenTrades { get; init; }

    /// <summary>Share of bars with a position after the close.</summary>
    public double ExposureFraction { get; init; }

    /// <summary>Value traded over equity, for each day; empty when nothing is known of it.</summary>
    public double[] TradedShare { get; init; } = [];

    /// <summary>Commission paid in all.</summary>
    public double Commission { get; init; }

    /// <summary>What slippage cost in all.</summary>
    public double Slippage { get; init; }

    /// <summary>Dividends received in all, less those paid on short positions.</summary>
    public double Dividends { get; init; }

    /// <summary>What borrowed shares cost in all.</summary>
    public double Borrow { get; init; }

    /// <summary>Runs ever made of the strategy, this one included.</summary>
    public int Trials { get; init; } = 1;

    /// <summary>Moments of the returns.</summary>
    public Moments Moments => _moments ??= Moments.Of(Returns);

    /// <summary>Sharpe ratio of a day, not annualised, risk-free rate 0; NaN when returns do not vary.</summary>
    public double DailySharpe => Moments.IsConstant ? double.NaN : Moments.Mean / Moments.SampleDeviation;

    /// <summary>Returns, smallest first. Not to be changed.</summary>
    public double[] SortedReturns => _sorted ??= [.. Returns.Order()];

    /// <summary>Why nothing can be computed of these returns, such as a NaN among them; null when all is well.</summary>
    public string? Defect => Finite.All(Returns) ? null : $"the return of day {1 + Array.FindIndex(Returns, value => !double.IsFinite(value))} is not a finite number";

    /// <summary>Drawdown at each close, a fraction at or below 0; the initial capital is the first peak.</summary>
    public double[] Drawdown => _drawdown ??= Drawdowns(InitialCapital, Equity);

    /// <summary>From equity at the close of each day.</summary>
    public static Performance FromEquity(double initialCapital, double[] equity)
    {
        double[] returns = new double[equity.Length];
        double before = initialCapital;
        for (int i = 0; i < equity.Length; i++)
        {
            returns[i] = before > 0 ? (equity[i] / before) - 1 : 0;
            before = equity[i];
        }

        return new Performance(initialCapital, equity, returns);
    }

    /// <summary>From daily returns alone; the initial capital is 1.</summary>
    public static Performance FromReturns(double[] returns)
    {
        double[] equity = new double[returns.Length];
        double value = 1;
        for (int i = 0; i < returns.Length; i++)
        {
            equity[i] = value *= 1 + returns[i];
        }

        return new Performance(1, equity, returns);
    }

    private static double[] Drawdowns(double peak, double[] equity)
    {
        double[] drawdown = new double[equity.Length];
        for (int i = 0; i < equity.Length; i++)
        {
            peak = Math.Max(peak, equity[i]);
            drawdown[i] = (equity[i] / peak) - 1;
        }

        return drawdown;
    }
}
