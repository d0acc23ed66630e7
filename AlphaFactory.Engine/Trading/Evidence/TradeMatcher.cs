namespace AlphaFactory.Engine.Trading.Evidence;

/// <summary>
/// Finds for each live trade the trade of the backtest that it should be. Pure: the order of the lists does not matter, and every trade stands in exactly one row. Two
/// trades can be a pair when symbol and side agree and they were held at the same time or nearly; of several, those that agree best become one.
/// </summary>
public static class TradeMatcher
{
    /// <summary>Difference of prices that is never called one: a basis point.</summary>
    public const double FinestDifference = 1e-4;

    private const double SameShares = 0.001;

    /// <summary>Matches trades.</summary>
    /// <param name="live">What was traded.</param>
    /// <param name="expected">What the backtest trades.</param>
    /// <param name="reach">How far apart two trades may lie that were not held at the same time.</param>
    /// <param name="shares">Shares that two quantities may differ by: 1 where they are whole, because both sides round down.</param>
    /// <param name="means">
    /// Money the live account had over the money the backtest had when a trade was entered on a bar; null where both had the same. A difference of shares that is no larger than that
    /// of the money follows from it and is none of its own.
    /// </param>
    /// <returns>One row a pair or a single trade, in order of entry.</returns>
    public static IReadOnlyList<TradeMatch> Match(IReadOnlyCollection<TradeFacts> live, IReadOnlyCollection<TradeFacts> expected, TimeSpan reach, double shares, Func<DateTimeOffset, double>? means = null)
    {
        var rows = new List<TradeMatch>(Math.Max(live.Count, expected.Count));
        foreach (string symbol in live.Concat(expected).Select(trade => trade.Symbol).Distinct(StringComparer.Ordinal))
        {
            MatchSymbol(InOrder(live, symbol), InOrder(expected, symbol), reach, (one, other) => IsSameSize(one, other, shares, means?.Invoke(other.Entered) ?? 1), rows);
        }

        return [.. rows.OrderBy(row => row.Either.Entered).ThenBy(row => row.Either.Symbol, StringComparer.Ordinal).ThenBy(row => row.Expected is null)];
    }

    private static TradeFacts[] InOrder(IEnumerable<TradeFacts> trades, string symbol) =>
        [.. trades.Where(trade => trade.Symbol == symbol).OrderBy(trade => trade.Entered).ThenBy(trade => End(trade))];

    private static void MatchSymbol(TradeFacts[] live, TradeFacts[] expected, TimeSpan reach, Func<TradeFacts, TradeFacts, bool> isSameSize, List<TradeMatch> rows)
    {
        var takenLive = new bool[live.Length];
        var takenExpected = new bool[expected.Length];
        foreach (var (one, other, _) in Candidates(live, expected, reach).OrderByDescending(candidate => candidate.Fit))
        {
            if (!takenLive[one] && !takenExpected[other])
            {
                takenLive[one] = takenExpected[other] = true;
                rows.Add(Compare(live[one], expected[other], isSameSize(live[one], expected[other])));
            }
        }

        rows.AddRange(live.Where((_, place) => !takenLive[place]).Select(trade => new TradeMatch { Live = trade, Kind = MatchKind.Extra }));
        rows.AddRange(expected.Where((_, place) => !takenExpected[place]).Select(trade => new TradeMatch { Expected = trade, Kind = MatchKind.Missing }));
    }

    /// <summary>Pairs that were held at the same time or nearly. Trades of one symbol follow each other, so one pass finds them.</summary>
    private static IEnumerable<(int Live, int Expected, Fit Fit)> Candidates(TradeFacts[] live, TradeFacts[] expected, TimeSpan reach)
    {
        int first = 0;
        for (int one = 0; one < live.Length; one++)
        {
            while (first < expected.Length && Before(End(expected[first]), live[one].Entered, reach))
            {
                first++;
            }

            for (int other = first; other < expected.Length && !Before(End(live[one]), expected[other].Entered, reach); other++)
            {
                if (live[one].Side == expected[other].Side)
                {
                    yield return (one, other, Fit.Of(live[one], expected[other]));
                }
            }
        }
    }

    private static bool IsSameSize(TradeFacts live, TradeFacts expected, double shares, double means)
    {
        double scaled = expected.Quantity * means, slack = Math.Max(SameShares * expected.Quantity, shares);
        return live.Quantity >= Math.Min(expected.Quantity, scaled) - slack && live.Quantity <= Math.Max(expected.Quantity, scaled) + slack;
    }

    private static bool Before(DateTimeOffset end, DateTimeOffset start, TimeSpan reach) => end < start && start - end > reach;

    private static DateTimeOffset End(TradeFacts trade) => trade.Left ?? DateTimeOffset.MaxValue;

    private static TradeMatch Compare(TradeFacts live, TradeFacts expected, bool isSameSize)
    {
        double allowed = Math.Max(expected.SlippageFraction, FinestDifference);
        double entry = live.Side * (live.EntryPrice - expected.EntryPrice) / expected.EntryPrice;
        double? exit = live.ExitPrice is { } left && expected.ExitPrice is { } should ? live.Side * (should - left) / should : null;
        return new TradeMatch
        {
            Live = live,
            Expected = expected,
            EntryDifference = entry,
            ExitDifference = exit,
            Allowed = allowed,
            Kind = live.Entered != expected.Entered || live.Left != expected.Left ? MatchKind.Timing
                : !isSameSize ? MatchKind.Size
                : Math.Abs(entry) > allowed || Math.Abs(exit ?? 0) > allowed ? MatchKind.Price
                : MatchKind.Same,
        };
    }

    /// <summary>How well two trades agree: equal ends first, then the time both were held, then how near their entries are.</summary>
    private readonly record struct Fit(int Ends, long Together, long Apart) : IComparable<Fit>
    {
        public static Fit Of(TradeFacts live, TradeFacts expected)
        {
            int ends = (live.Entered == expected.Entered ? 2 : 0) + (live.Left == expected.Left ? 1 : 0);
            long start = Math.Max(live.Entered.UtcTicks, expected.Entered.UtcTicks), end = Math.Min(End(live).UtcTicks, End(expected).UtcTicks);
            return new Fit(ends, end - start, Math.Abs(live.Entered.UtcTicks - expected.Entered.UtcTicks));
        }

        public int CompareTo(Fit other) => (Ends, Together, -Apart).CompareTo((other.Ends, other.Together, -other.Apart));
    }
}
