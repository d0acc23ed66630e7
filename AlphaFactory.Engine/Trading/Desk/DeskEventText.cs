using System.Globalization;
using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Trading.Deployments;

namespace AlphaFactory.Engine.Trading.Desk;

/// <summary>What happened, in a sentence.</summary>
internal static class DeskEventText
{
    /// <param name="happened">What.</param>
    /// <param name="name">Name of the deployment; null for what concerns all.</param>
    public static string Of(DeskEvent happened, string? name) => name is null ? Words(happened) : $"{name}: {Words(happened)}";

    private static string Words(DeskEvent happened) => happened switch
    {
        DeskEvent.Filled filled => Say($"{(filled.Revision > 0 ? "corrected, " : "")}{Did(filled.Side)} {filled.Quantity} {filled.Symbol} at {filled.Price:0.####} ({filled.Reason.Replace('-', ' ')}); {filled.Position} are held."),
        DeskEvent.Refused refused => Say($"the gate refused to {Do(refused.Side)} {refused.Quantity} {refused.Symbol}{By(refused)}. {Sentence(RuleWords.Meaning(refused.Code))}{(refused.Words is { Length: > 0 } words ? $" {char.ToUpperInvariant(words[0])}{Sentence(words)[1..]}" : "")}"),
        DeskEvent.Rejected rejected => Say($"the broker would not {Do(rejected.Side)} {rejected.Quantity} {rejected.Symbol}: {Sentence(rejected.Why)}"),
        DeskEvent.OrderUnknown unknown => Sentence(unknown.Why),
        DeskEvent.ConnectionLost lost => $"no orders can be placed: {Sentence(lost.Why)}",
        DeskEvent.ConnectionBack => "the connection is back and the books are compared.",
        DeskEvent.Alarm alarm => Sentence(alarm.Words),
        DeskEvent.StateChanged changed => $"{Word(changed.From)} became {Word(changed.To)} by {changed.By}{(changed.Note.Length == 0 ? "." : $": {Sentence(changed.Note)}")}",
        DeskEvent.Failed failed => $"it failed and paused itself; the others go on. {Sentence(failed.Why)}",
        DeskEvent.RuleHalted halted => Say($"the rule {RuleWords.Name(halted.Rule)} closed the account to new positions{(halted.Flattens ? " and closes those there are" : "")}{Numbers(halted.Code, halted.Value, halted.Limit)}. {Sentence(RuleWords.Meaning(halted.Code))}"),
        DeskEvent.Locked locked => Say($"the protection {RuleWords.Name(locked.By)} closed {locked.Symbol ?? "every symbol"} until {TradingCalendar.Nyse.WallClock(locked.Until):yyyy-MM-dd HH:mm} {TradingCalendar.ZoneWord}. {Sentence(locked.Words)}"),
        DeskEvent.Unlocked unlocked => Say($"{unlocked.By} took lock {unlocked.Number} off. {Sentence(unlocked.Note)}"),
        DeskEvent.Killed killed => $"Trading was killed by {killed.By} ({killed.Way}): {Sentence(killed.Why)}",
        DeskEvent.Unkilled unkilled => $"{unkilled.By} took the kill switch back. {Sentence(unkilled.Note)}",
        DeskEvent.FeedEnded ended => Say($"the replay is over after {ended.Bars:N0} bars{(ended.Equity is { } equity ? $", equity {equity:$#,0.00}" : "")}."),
        DeskEvent.DayEnded day => Say($"{day.Day:yyyy-MM-dd} ended at {day.Equity:$#,0.00}, {day.Pnl:+$#,0.00;−$#,0.00;$0.00} on the day, {day.Fills} {(day.Fills == 1 ? "execution" : "executions")}, {day.Position} held."),
        _ => throw new ArgumentException($"There is no sentence for {happened.GetType().Name}. Write one.", nameof(happened)),
    };

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Did(OrderSide side) => side == OrderSide.Buy ? "bought" : "sold";

    private static string Do(OrderSide side) => side == OrderSide.Buy ? "buy" : "sell";

    private static string Word(DeploymentState state) => state.ToString().ToLowerInvariant();

    /// <summary>Which rule it was and by how much; the gate itself goes without saying.</summary>
    private static string By(DeskEvent.Refused refused)
    {
        string[] parts = [.. new[] { refused.Rule == RiskGate.Id ? null : RuleWords.Name(refused.Rule), RuleWords.Numbers(refused.Code, refused.Value, refused.Limit) }.OfType<string>()];
        return parts.Length == 0 ? "" : $": {string.Join(", ", parts)}";
    }

    private static string Numbers(string code, double? value, double? limit) => RuleWords.Numbers(code, value, limit) is { } numbers ? $" ({numbers})" : "";

    private static string Sentence(string words) => words.Length > 0 && !words.EndsWith('.') && !words.EndsWith('!') && !words.EndsWith('?') ? words + "." : words;
}
