using System.Globalization;
using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Backtesting;

namespace AlphaFactory.Engine.Trading.Evidence;

/// <summary>
/// Says what made a live trade differ from the backtest on the same bars, from what is on record: orders, executions and the answers of the gate. Nothing is guessed: where an
/// order was kept back there is an answer of the gate, where the market or the broker did otherwise there is an order, and where there is neither the decision itself was another.
/// </summary>
/// <param name="trades">The live trades with their orders.</param>
/// <param name="orders">Every order.</param>
/// <param name="answers">What the gate refused and cut.</param>
/// <param name="interval">Length of a bar.</param>
internal sealed class CauseFinder(IReadOnlyList<LiveTrade> trades, IReadOnlyList<Order> orders, IReadOnlyList<GateRecord> answers, BarInterval interval)
{
    private readonly TradingCalendar _calendar = TradingCalendar.Nyse;

    /// <summary>The rows with their causes, in the same order.</summary>
    public IReadOnlyList<TradeMatch> Explain(IReadOnlyList<TradeMatch> rows)
    {
        var explained = new List<TradeMatch>(rows.Count);
        foreach (var row in rows)
        {
            var (cause, why) = row.Kind == MatchKind.Same ? (null, null) : Cause(row, explained);
            explained.Add(row with { Cause = cause, Why = why, Tracks = row.IsMatched });
        }

        return explained;
    }

    private (MatchCause? Cause, string? Why) Cause(TradeMatch row, IReadOnlyList<TradeMatch> before) => row switch
    {
        { Kind: MatchKind.Missing, Expected: { } expected } => AtEntry(expected) ?? Following(row, before) ?? (MatchCause.Signal, $"No order was made on {Words(expected.Entered)}, and none was refused: the session did not want this trade."),
        { Kind: MatchKind.Extra, Live: { } live } => Overfilled(live) ?? Following(row, before) ?? (MatchCause.Signal, $"The session wanted this trade on {Words(live.Entered)}; the backtest does not."),
        { Kind: MatchKind.Timing, Live: { } live, Expected: { } expected } => Timing(live, expected) ?? Following(row, before) ?? (MatchCause.Signal, $"The session wanted {(live.Entered != expected.Entered ? "the entry" : "the exit")} on another bar than the backtest."),
        { Kind: MatchKind.Size, Live: { } live, Expected: { } expected } => Size(live, expected) ?? Following(row, before) ?? (MatchCause.Signal, $"The session asked for {Shares(live.Quantity)} shares, the backtest for {Shares(expected.Quantity)}."),
        _ => (MatchCause.Fill, $"The entry was {BasisPoints(row.EntryDifference)}{(row.ExitDifference is null ? "" : $", the exit {BasisPoints(row.ExitDifference)}")} worse than the model's, which allows {BasisPoints(row.Allowed)}."),
    };

    /// <summary>What became of the order that should have opened a trade; null when there was none and none was refused.</summary>
    private (MatchCause?, string?)? AtEntry(TradeFacts expected) => Kept(expected.Entered, expected.Side) ?? Unfilled(expected.Entered, expected.Side, false);

    private (MatchCause?, string?)? Timing(TradeFacts live, TradeFacts expected)
    {
        if (live.Entered != expected.Entered)
        {
            // It may have come early because an order that waited for long came through at last: then there is an order of the right bar.
            return AtEntry(expected) ?? Late(live);
        }

        if (expected.Left is { } left && (live.Left is null || live.Left > left))
        {
            return Kept(left, -live.Side) ?? Unfilled(left, -live.Side, true)
                ?? (expected.Reason is ExitReasons.Stop or ExitReasons.TrailingStop or ExitReasons.TakeProfit ? (MatchCause.Fill, $"The {Exit(expected)} was reached on {Words(left)} in the backtest and not executed at the broker.") : null);
        }

        return live.Reason switch
        {
            ExitReasons.Risk => (MatchCause.RiskBlock, $"A risk rule closed it on {Words(live.Left!.Value)}; the backtest kept it."),
            ExitReasons.Hand => (MatchCause.RiskBlock, $"A person closed it on {Words(live.Left!.Value)}."),
            ExitReasons.Stop or ExitReasons.TrailingStop or ExitReasons.TakeProfit => (MatchCause.Fill, $"The {Exit(live)} was executed at the broker on {Words(live.Left!.Value)} and not reached in the backtest."),
            _ => null,
        };
    }

    private (MatchCause?, string?)? Size(TradeFacts live, TradeFacts expected)
    {
        if (Answer(live.Entered, live.Side, cut: true) is { } cut)
        {
            return (MatchCause.RiskBlock, $"{RuleWords.Name(cut.By)} cut the order from {cut.Asked:0.####} to {cut.Allowed:0.####} shares. {Said(cut)}");
        }

        var entry = OrdersOf(live).FirstOrDefault(order => (int)order.Ticket.Side == live.Side);
        return entry is not null && entry.Filled < entry.Ticket.Quantity
            ? (MatchCause.Fill, $"Of {entry.Ticket.Quantity:0.####} shares {entry.Filled:0.####} were executed{(entry.Why is null ? "" : $": {entry.Why}")}.")
            : entry is not null && entry.Executions.Any(one => BarOf(one.At) is { } bar && bar != live.Entered)
                ? (MatchCause.Fill, "The order was executed in pieces over several bars.")
                : null;
    }

    /// <summary>The gate's answer to what should have happened on a bar.</summary>
    private (MatchCause?, string?)? Kept(DateTimeOffset bar, int side) => Answer(bar, side, cut: false) is not { } no ? null
        : no.IsForWantOfAnswer ? (MatchCause.Fill, $"The order was given up. {Said(no)}")
        : (MatchCause.RiskBlock, $"{RuleWords.Name(no.By)} refused the order of {Words(bar)}. {Said(no)}");

    private (MatchCause?, string?)? Unfilled(DateTimeOffset bar, int side, bool closes)
    {
        var order = orders.FirstOrDefault(order => (int)order.Ticket.Side == side && order.Ticket.ReduceOnly == closes && order.Ticket.Kind == OrderKind.Market && IsOn(bar, order.Ticket.Decided));
        return order is null || (order.Filled == order.Ticket.Quantity && order.Executions.All(one => IsOn(bar, one.At))) ? null
            : order.Filled == 0 ? (MatchCause.Fill, $"The order went out and was not executed: it is {State(order.State)}{(order.Why is null ? "" : $", {order.Why}")}.")
            : (MatchCause.Fill, $"The order of {Words(bar)} was executed {string.Join(" and ", order.Executions.Select(one => one.At).Distinct().Select(Instant))} {TradingCalendar.ZoneWord}.");
    }

    private (MatchCause?, string?)? Late(TradeFacts live) => OrdersOf(live) is [var first, ..] && !IsOn(live.Entered, first.Ticket.Decided) && first.Ticket.Kind == OrderKind.Market
        ? (MatchCause.Fill, $"Its order was decided on {Instant(first.Ticket.Decided)} {TradingCalendar.ZoneWord} and executed on a later bar.")
        : null;

    private (MatchCause?, string?)? Overfilled(TradeFacts live) => OrdersOf(live).FirstOrDefault(order => order.IsOverfilled || order.State == OrderState.Unknown) is { } odd
        ? (MatchCause.Fill, $"The order of {Instant(odd.Ticket.Decided)} {TradingCalendar.ZoneWord} is {(odd.IsOverfilled ? $"filled with {odd.Filled:0.####} of {odd.Ticket.Quantity:0.####} shares" : $"unknown: {odd.Why}")}.")
        : null;

    /// <summary>A difference that only follows from one before it, while which the other side held something else or had other money.</summary>
    private static (MatchCause?, string?)? Following(TradeMatch row, IReadOnlyList<TradeMatch> before)
    {
        var start = row.Either.Entered;
        var first = row.Kind == MatchKind.Size
            ? before.LastOrDefault(earlier => earlier.Kind != MatchKind.Same)
            : before.LastOrDefault(earlier => earlier.Kind != MatchKind.Same && (earlier.Ended is not { } ended || ended >= start));
        return first?.Cause is { } cause ? (cause, $"It follows from the difference of {first.Either.Entered.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.") : null;
    }

    private GateRecord? Answer(DateTimeOffset bar, int side, bool cut) =>
        answers.FirstOrDefault(answer => (int)answer.Side == side && answer.Allowed > 0 == cut && IsOn(bar, answer.Decided));

    private IReadOnlyList<Order> OrdersOf(TradeFacts live) => trades.FirstOrDefault(trade => trade.Facts == live)?.Orders ?? [];

    private bool IsOn(DateTimeOffset bar, DateTimeOffset instant) => instant >= _calendar.OpeningOf(interval, bar.ToUnixTimeMilliseconds()) && instant < _calendar.ClosingOf(interval, bar.ToUnixTimeMilliseconds());

    private DateTimeOffset? BarOf(DateTimeOffset instant) => interval.IsDaily
        ? new DateTimeOffset(_calendar.DayAt(instant), TimeOnly.MinValue, TimeSpan.Zero)
        : DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds() / (interval.Minutes * 60_000L) * (interval.Minutes * 60_000L));

    private string Words(DateTimeOffset bar) => interval.IsDaily ? bar.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : _calendar.WallClock(bar).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " " + TradingCalendar.ZoneWord;

    private string Instant(DateTimeOffset at) => _calendar.WallClock(at).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>What the gate said: the meaning of its code with the numbers, then its own words.</summary>
    private static string Said(GateRecord answer)
    {
        string numbers = RuleWords.Numbers(answer.Code, answer.Value, answer.Limit) is { } known ? $" ({known})" : "";
        return $"{Sentence(RuleWords.Meaning(answer.Code), numbers)}{(answer.Words is { Length: > 0 } words ? " " + Sentence(words) : "")}";
    }

    private static string Sentence(string words, string after = "") => $"{char.ToUpperInvariant(words[0])}{words[1..].TrimEnd('.')}{after}.";

    private static string Exit(TradeFacts trade) => trade.Reason.Replace('-', ' ');

    private static string State(OrderState state) => state switch
    {
        OrderState.PartiallyFilled => "partially filled",
        OrderState.CancelRequested => "being cancelled",
        _ => state.ToString().ToLowerInvariant(),
    };

    private static string Shares(double quantity) => quantity.ToString("0.####", CultureInfo.InvariantCulture);

    private static string BasisPoints(double? fraction) => fraction is { } known ? FormattableString.Invariant($"{10_000 * known:0.0} bp") : "?";
}
