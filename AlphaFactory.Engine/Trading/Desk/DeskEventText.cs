using System.Globalization;
using AlphaFactory.Core.Registration;
using AlphaFactory.Core.Risk;
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
        DeskEvent.Filled filled => Say($"{(filled.Revision > 0 ? "corrected, " : "")}{Did(filled.Side)} {filled.Quantity} {filled.Symbol} at {filled.Price:0.####} ({filled.Reason}); {filled.Position} are held."),
        DeskEvent.Refused refused => Say($"the gate refused to {Do(refused.Side)} {refused.Quantity} {refused.Symbol}: {refused.Code}{Numbers(refused.Code, refused.Value, refused.Limit)}{(refused.Words is { } words ? $". {Sentence(words)}" : ".")}"),
        DeskEvent.Rejected rejected => Say($"the broker would not {Do(rejected.Side)} {rejected.Quantity} {rejected.Symbol}: {Sentence(rejected.Why)}"),
        DeskEvent.OrderUnknown unknown => Sentence(unknown.Why),
        DeskEvent.ConnectionLost lost => $"no orders can be placed: {Sentence(lost.Why)}",
        DeskEvent.ConnectionBack => "the connection is back and the books are compared.",
        DeskEvent.Alarm alarm => Sentence(alarm.Words),
        DeskEvent.StateChanged changed => $"{Word(changed.From)} became {Word(changed.To)} by {changed.By}{(changed.Note.Length == 0 ? "." : $": {Sentence(changed.Note)}")}",
        DeskEvent.Failed failed => $"it failed and paused itself; the others go on. {Sentence(failed.Why)}",
        DeskEvent.RuleHalted halted => Say($"the rule {halted.Rule} closed the account to new positions{(halted.Flattens ? " and closes those there are" : "")}: {halted.Code}{Numbers(halted.Code, halted.Value, halted.Limit)}."),
        DeskEvent.Locked locked => Say($"the protection {locked.By} closed {locked.Symbol ?? "every symbol"} until {locked.Until:yyyy-MM-dd HH:mm} UTC. {Sentence(locked.Words)}"),
        DeskEvent.Unlocked unlocked => Say($"{unlocked.By} took lock {unlocked.Number} off. {Sentence(unlocked.Note)}"),
        DeskEvent.Killed killed => $"Trading was killed by {killed.By} ({killed.Way}): {Sentence(killed.Why)}",
        DeskEvent.Unkilled unkilled => $"{unkilled.By} took the kill switch back. {Sentence(unkilled.Note)}",
        DeskEvent.FeedEnded ended => Say($"the replay is over after {ended.Bars} bars{(ended.Equity is { } equity ? $", equity {equity:$#,0.00}" : "")}."),
        DeskEvent.DayEnded day => Say($"{day.Day:yyyy-MM-dd} ended at {day.Equity:$#,0.00}, {day.Pnl:+$#,0.00;−$#,0.00;$0.00} on the day, {day.Fills} executions, {day.Position} held."),
        _ => throw new ArgumentException($"There is no sentence for {happened.GetType().Name}. Write one.", nameof(happened)),
    };

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Did(OrderSide side) => side == OrderSide.Buy ? "bought" : "sold";

    private static string Do(OrderSide side) => side == OrderSide.Buy ? "buy" : "sell";

    private static string Word(DeploymentState state) => state.ToString().ToLowerInvariant();

    private static string Numbers(string code, double? value, double? limit)
    {
        string form = RiskRegistry.Shipped().Code(code)?.Unit == RuleUnit.Fraction ? "0.##%" : "#,0.####";
        return (value, limit) is ({ } was, { } allowed) ? $" ({was.ToString(form, CultureInfo.InvariantCulture)} where {allowed.ToString(form, CultureInfo.InvariantCulture)} is allowed)" : "";
    }

    private static string Sentence(string words) => words.Length > 0 && !words.EndsWith('.') && !words.EndsWith('!') && !words.EndsWith('?') ? words + "." : words;
}
