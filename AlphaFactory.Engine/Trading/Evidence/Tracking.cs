using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Statistics;

namespace AlphaFactory.Engine.Trading.Evidence;

/// <summary>How well a deployment keeps to the backtest on the very bars it saw, trade by trade. Comparing two returns would pass or fail by luck.</summary>
public sealed record Tracking
{
    /// <summary>Share of trades that must match.</summary>
    public const double EnoughMatched = 0.98;

    /// <summary>Trades compared: pairs, and those only one side made.</summary>
    public required int Trades { get; init; }

    /// <summary>Of them, on the same bars with the same shares.</summary>
    public required int Matched { get; init; }

    /// <summary>Differences of price that are known, entries and exits.</summary>
    public required int Prices { get; init; }

    /// <summary><see cref="Matched"/> over <see cref="Trades"/>.</summary>
    public required Measure Share { get; init; }

    /// <summary>Where the true share lies with 95 %, after Wilson; null without a trade.</summary>
    public (double Low, double High)? Interval { get; init; }

    /// <summary>Median of the differences of price, a fraction without its sign.</summary>
    public required Measure MedianDifference { get; init; }

    /// <summary>What slippage may be at the median, a fraction.</summary>
    public required Measure AllowedDifference { get; init; }

    /// <summary>Money made live less money made by the backtest, over what the backtest traded.</summary>
    public required Measure CumulativeDifference { get; init; }

    /// <summary>True when enough trades match and prices lie within slippage; null when there is nothing to judge.</summary>
    public bool? Passes => Share.Value is not { } share || MedianDifference.Value is not { } median ? null : share >= EnoughMatched && median <= AllowedDifference.Value;

    /// <summary>Judges the rows that count: those of the bars that were seen.</summary>
    public static Tracking Of(IEnumerable<TradeMatch> rows)
    {
        TradeMatch[] counted = [.. rows.Where(row => row.Tracks is not null)];
        int matched = counted.Count(row => row.Tracks == true);
        TradeMatch[] pairs = [.. counted.Where(row => row.EntryDifference is not null && row.Cause != MatchCause.Data)];
        double[] differences = [.. pairs.SelectMany(row => row.PriceDifferences).Order()], allowed = [.. pairs.Select(row => row.Allowed).Order()];
        double notional = counted.Sum(row => row.Expected?.Notional ?? 0);
        return new Tracking
        {
            Trades = counted.Length,
            Matched = matched,
            Prices = differences.Length,
            Share = counted.Length == 0 ? Measure.Undefined("no trade has ended yet") : (double)matched / counted.Length,
            Interval = counted.Length == 0 ? null : Wilson(matched, counted.Length),
            MedianDifference = differences.Length == 0 ? Measure.Undefined("no trade was made by both") : Percentile.OfSorted(differences, 0.5),
            AllowedDifference = allowed.Length == 0 ? Measure.Undefined("no trade was made by both") : Percentile.OfSorted(allowed, 0.5),
            CumulativeDifference = notional > 0 ? counted.Sum(row => (row.Live?.ProfitAndLoss ?? 0) - (row.Expected?.ProfitAndLoss ?? 0)) / notional : Measure.Undefined("the backtest made no trade"),
        };
    }

    /// <summary>The 95 % interval of a share.</summary>
    /// <remarks>Source: Wilson, Probable Inference, the Law of Succession, and Statistical Inference, Journal of the American Statistical Association 22 (1927).</remarks>
    /// <param name="hits">Hits.</param>
    /// <param name="of">Of so many, 1 or more.</param>
    public static (double Low, double High) Wilson(int hits, int of)
    {
        double z = NormalDistribution.Quantile(0.975), p = (double)hits / of, square = z * z / of;
        double middle = (p + (square / 2)) / (1 + square), half = z / (1 + square) * Math.Sqrt((p * (1 - p) / of) + (square / (4 * of)));
        return (Math.Max(0, middle - half), Math.Min(1, middle + half));
    }
}
