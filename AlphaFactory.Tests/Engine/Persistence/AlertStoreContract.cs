using AlphaFactory.Engine.Alerts;
using AlphaFactory.Engine.Audit;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Persistence;

/// <summary>Rules, channels, inbox, outbox and leases, whatever the database.</summary>
public abstract class AlertStoreContract(PostgresFixture? postgres) : OnDatabase(postgres)
{
    private static readonly LeaseClaim s_lease = new("alert-watch", "me");
    private readonly ManualClock _clock = new();

    private protected override TimeProvider Clock => _clock;

    private IAlertBook Book => Host.Get<IAlertBook>();

    private IAlertOutbox Outbox => Host.Get<IAlertOutbox>();

    private ILeases Leases => Host.Get<ILeases>();

    private DateTimeOffset Now => _clock.GetUtcNow();

    [Fact]
    public async Task A_rule_is_kept_changed_and_deleted_and_each_change_is_in_the_audit_log()
    {
        var rule = await RuleAsync(" Jobs ", await ChannelAsync("Chat"));
        Assert.Equal(("Jobs", "failed-job", 1, "anna", AlertSeverity.Warning, 10), (rule.Name, rule.Kind, rule.Version, rule.By, rule.Least, rule.RepeatMinutes));
        Assert.Equal(AlertSeverity.Critical, rule.As);
        Assert.Equal("studies", rule.Parameters["studies"]);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.IsType<AlertChange.Done>(await Book.SaveAsync(rule with { IsOn = false }, "ben", None));
        Assert.IsType<AlertChange.Overtaken>(await Book.SaveAsync(rule with { Name = "Late" }, "cleo", None));
        var changed = Assert.Single(await Book.RulesAsync(None));
        Assert.Equal((false, 2, "ben", rule.Since.AddMinutes(1)), (changed.IsOn, changed.Version, changed.By, changed.Since));
        Assert.True(await Book.DeleteRuleAsync(rule.Id, "ben", None));
        Assert.False(await Book.DeleteRuleAsync(rule.Id, "ben", None));
        Assert.Equal(["alert-rule-deleted", "alert-rule-changed", "alert-rule-created", "alert-channel-created"], (await Host.Get<IAuditLog>().ListAsync(new AuditQuery(), None)).Select(entry => entry.Action));
    }

    [Fact]
    public async Task Every_fault_of_a_rule_or_channel_is_told_at_once_and_nothing_is_kept()
    {
        var faults = Assert.IsType<AlertChange.Refused>(await Book.SaveAsync(new AlertRule { Name = "", Kind = "failed-job", Parameters = new Dictionary<string, string> { ["studies"] = "some" }, Deployment = "d1", Channels = ["gone"], RepeatMinutes = -1 }, "anna", None)).Faults;
        Assert.Equal(5, faults.Count);
        Assert.Contains("Did you mean \"failed-job\"?", Assert.Single(Assert.IsType<AlertChange.Refused>(await Book.SaveAsync(new AlertRule { Name = "x", Kind = "faild-job" }, "anna", None)).Faults), StringComparison.Ordinal);
        var wrong = new AlertChannel { Name = " ", Kind = "telegram", Settings = new Dictionary<string, string> { ["chat"] = "x", ["url"] = "y" }, PerHour = 0, Quiet = new QuietHours(default, default, "Mars/Olympus"), Fallback = "gone" };
        Assert.Equal(6, Assert.IsType<AlertChange.Refused>(await Book.SaveAsync(wrong, "anna", None)).Faults.Count);
        Assert.Empty(await Book.RulesAsync(None));
        Assert.Empty(await Book.ChannelsAsync(None));
    }

    [Fact]
    public async Task A_channel_comes_back_whole_and_leaves_its_rules_and_stand_ins_when_it_goes()
    {
        var first = await ChannelAsync("Chat");
        Assert.Equal(new QuietHours(new TimeOnly(22, 0), new TimeOnly(7, 30), "Europe/Berlin"), first.Quiet);
        Assert.Equal(("telegram", "1001", 5, true), (first.Kind, first.Settings["chat"], first.PerHour, first.IsOn));
        var second = await ChannelAsync("Other");
        Assert.IsType<AlertChange.Done>(await Book.SaveAsync(second with { Fallback = first.Id }, "anna", None));
        await RuleAsync("Jobs", first, second);
        Assert.True(await Book.DeleteChannelAsync(first.Id, "anna", None));
        Assert.Equal([second.Id], Assert.Single(await Book.RulesAsync(None)).Channels);
        Assert.Null(Assert.Single(await Book.ChannelsAsync(None)).Fallback);
    }

    [Fact]
    public async Task The_first_rules_are_made_once_for_ever()
    {
        await Book.SeedAsync(None);
        var rules = await Book.RulesAsync(None);
        Assert.NotEmpty(rules);
        foreach (var rule in rules)
        {
            await Book.DeleteRuleAsync(rule.Id, "anna", None);
        }

        await Book.SeedAsync(None);
        Assert.Empty(await Book.RulesAsync(None));
    }

    [Fact]
    public async Task A_fact_is_told_once_however_often_it_is_found_with_one_message_a_channel()
    {
        var rule = await RuleAsync("Jobs", await ChannelAsync("Chat"), await ChannelAsync("Other"));
        Assert.Equal(1, await RaiseAsync(rule, Fact("f1", "e1")));
        Assert.Equal(0, await RaiseAsync(rule, Fact("f1", "e1"), Fact("f1", "e1")));
        var alert = Assert.Single(await Book.AlertsAsync(new AlertQuery(), None));
        Assert.Equal(("Jobs", "title f1", "text", AlertSeverity.Warning, 1, "jobs"), (alert.Rule, alert.Title, alert.Text, alert.Severity, alert.Count, alert.Link));
        Assert.Equal(["Chat", "Other"], (await Outbox.DueAsync(10, None)).Select(delivery => delivery.Channel).Order());
    }

    [Fact]
    public async Task More_of_the_same_is_counted_within_the_window_and_told_again_after_it_or_when_it_got_worse()
    {
        var rule = await RuleAsync("Jobs", await ChannelAsync("Chat"));
        Assert.Equal(1, await RaiseAsync(rule, Fact("f1", "e"), Fact("f2", "e")));
        _clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(0, await RaiseAsync(rule, Fact("f3", "e")));
        Assert.Equal(3, Assert.Single(await Book.AlertsAsync(new AlertQuery(), None)).Count);
        Assert.Equal(1, await RaiseAsync(rule, Fact("f4", "e") with { Severity = AlertSeverity.Critical }));
        _clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(1, await RaiseAsync(rule, Fact("f5", "e")));
        Assert.Equal(3, await Outbox.CountAsync(new DeliveryQuery(), None));
    }

    [Fact]
    public async Task Without_the_lease_nothing_is_written()
    {
        var rule = await RuleAsync("Jobs", await ChannelAsync("Chat"));
        Assert.True(await Leases.TakeAsync(new LeaseClaim("alert-watch", "another"), TimeSpan.FromMinutes(1), None));
        Assert.Equal(0, await Outbox.RaiseAsync(s_lease, [(rule, Fact("f1", "e"))], new AlertCursor("desk-events", 7), None));
        Assert.Equal(0, await Outbox.CursorAsync("desk-events", None));
        Assert.Empty(await Book.AlertsAsync(new AlertQuery(), None));
    }

    [Fact]
    public async Task A_cursor_moves_with_what_was_raised_and_never_back()
    {
        var rule = await RuleAsync("Jobs");
        await TakeAsync();
        await Outbox.RaiseAsync(s_lease, [(rule, Fact("f1", "e"))], new AlertCursor("desk-events", 7), None);
        Assert.Equal(7, await Outbox.CursorAsync("desk-events", None));
        await Outbox.MoveAsync(new AlertCursor("desk-events", 5), None);
        Assert.Equal(7, await Outbox.CursorAsync("desk-events", None));
    }

    [Fact]
    public async Task The_inbox_is_narrowed_and_knows_who_saw_what_first()
    {
        var rule = await RuleAsync("Jobs");
        await RaiseAsync(rule, Fact("f1", "e1"), Fact("f2", "e2") with { Severity = AlertSeverity.Critical, Deployment = "d1" }, Fact("f3", "e3") with { Severity = AlertSeverity.Info });
        Assert.Equal(new UnseenAlerts(3, 1), await Book.UnseenAsync(None));
        Assert.Equal(["title f2", "title f1"], (await Book.AlertsAsync(new AlertQuery(Least: AlertSeverity.Warning), None)).Select(alert => alert.Title));
        var critical = Assert.Single(await Book.AlertsAsync(new AlertQuery(Deployment: "d1"), None));
        Assert.Equal(1, await Book.MarkSeenAsync([critical.Id], "anna", None));
        Assert.Equal(0, await Book.MarkSeenAsync([critical.Id], "ben", None));
        Assert.Equal(new UnseenAlerts(2, 0), await Book.UnseenAsync(None));
        Assert.Equal(2, await Book.MarkSeenAsync(null, "ben", None));
        Assert.Equal(0, await Book.CountAsync(new AlertQuery(Unseen: true), None));
        Assert.Equal("anna", (await Book.AlertsAsync(new AlertQuery(Deployment: "d1"), None))[0].SeenBy);
    }

    [Fact]
    public async Task Of_ten_nodes_one_takes_a_message_and_each_attempt_is_on_record()
    {
        var delivery = await WaitingAsync();
        var claims = await Task.WhenAll(Enumerable.Range(0, 10).Select(node => Task.Run(() => Outbox.ClaimAsync(delivery.Id, $"node{node}", TimeSpan.FromMinutes(1), None))));
        var claimed = Assert.Single(claims.OfType<Delivery>());
        Assert.Equal((1, DeliveryState.Sending, false), (claimed.Attempts, claimed.State, claimed.MayRepeat));
        Assert.Empty(await Outbox.DueAsync(10, None));
        await Outbox.SettleAsync(claimed, new AttemptEnd.Again(Now.AddSeconds(30), "busy", false), None);
        Assert.Empty(await Outbox.DueAsync(10, None));
        _clock.Advance(TimeSpan.FromSeconds(30));
        await Outbox.SettleAsync((await Outbox.ClaimAsync(delivery.Id, "node", TimeSpan.FromMinutes(1), None))!, new AttemptEnd.Sent("message 7"), None);
        var sent = (await Outbox.FindAsync(delivery.Id, None))!;
        Assert.Equal((DeliveryState.Sent, "message 7", false), (sent.State, sent.Note, sent.MayRepeat));
        Assert.Equal([("later", "busy"), ("sent", "message 7")], (await Outbox.AttemptsAsync([delivery.Id], None)).Select(attempt => (attempt.Outcome!, attempt.Note!)));
        Assert.Single(await Outbox.SentSinceAsync(delivery.ChannelId, Now.AddHours(-1), critical: false, None));
        Assert.Empty(await Outbox.SentSinceAsync(delivery.ChannelId, Now.AddHours(-1), critical: true, None));
    }

    [Fact]
    public async Task A_message_whose_sender_fell_silent_is_sent_again_and_says_so()
    {
        var delivery = await WaitingAsync();
        var lost = (await Outbox.ClaimAsync(delivery.Id, "node1", TimeSpan.FromMinutes(1), None))!;
        _clock.Advance(TimeSpan.FromSeconds(61));
        var again = (await Outbox.ClaimAsync(Assert.Single(await Outbox.DueAsync(10, None)).Id, "node2", TimeSpan.FromMinutes(1), None))!;
        Assert.Equal((2, true), (again.Attempts, again.MayRepeat));
        Assert.Equal("unknown", (await Outbox.AttemptsAsync([delivery.Id], None))[0].Outcome);

        // The first one comes back: that it failed is void, but what has arrived has arrived.
        await Outbox.SettleAsync(lost, new AttemptEnd.GivenUp("no", null), None);
        Assert.Equal(DeliveryState.Sending, (await Outbox.FindAsync(delivery.Id, None))!.State);
        await Outbox.SettleAsync(lost, new AttemptEnd.Sent("late"), None);
        Assert.Equal(DeliveryState.Sent, (await Outbox.FindAsync(delivery.Id, None))!.State);
    }

    [Fact]
    public async Task What_is_given_up_goes_to_the_stand_in_with_the_reason()
    {
        var delivery = await WaitingAsync();
        var other = await ChannelAsync("Other");
        await Outbox.SettleAsync((await Outbox.ClaimAsync(delivery.Id, "node", TimeSpan.FromMinutes(1), None))!, new AttemptEnd.GivenUp("blocked", other), None);
        var instead = Assert.Single(await Outbox.DueAsync(10, None));
        Assert.Equal(("Other", delivery.Id, delivery.AlertId), (instead.Channel, instead.InsteadOf, instead.AlertId));
        Assert.EndsWith("Instead of Chat: blocked", instead.Text, StringComparison.Ordinal);
        Assert.Equal(DeliveryState.Failed, Assert.Single(await Outbox.ListAsync(new DeliveryQuery(State: DeliveryState.Failed), None)).State);
    }

    [Fact]
    public async Task Several_that_were_held_back_become_one_message()
    {
        var channel = await ChannelAsync("Chat");
        var rule = await RuleAsync("Jobs", channel);
        await RaiseAsync(rule, Fact("f1", "e1"), Fact("f2", "e2"));
        var held = await Outbox.DueAsync(10, None);
        await Outbox.HoldAsync([.. held.Select(delivery => delivery.Id)], Now.AddHours(1), "quiet hours", None);
        Assert.Empty(await Outbox.DueAsync(10, None));
        _clock.Advance(TimeSpan.FromHours(1));
        var digest = (await Outbox.DigestAsync(channel, held, "2 alerts", "one\ntwo", None))!;
        Assert.Null(await Outbox.DigestAsync(channel, held, "2 alerts", "one\ntwo", None));
        Assert.Equal(digest.Id, Assert.Single(await Outbox.DueAsync(10, None)).Id);
        Assert.Equal(2, await Outbox.CountAsync(new DeliveryQuery(channel.Id, DeliveryState.Digested), None));
    }

    [Fact]
    public async Task Old_things_go_and_what_is_on_its_way_stays()
    {
        var channel = await ChannelAsync("Chat");
        var rule = await RuleAsync("Jobs", channel);
        await RaiseAsync(rule, Fact("f1", "e1"), Fact("f2", "e2"));
        var first = (await Outbox.DueAsync(10, None))[0];
        await Outbox.SettleAsync((await Outbox.ClaimAsync(first.Id, "node", TimeSpan.FromMinutes(1), None))!, new AttemptEnd.Sent("ok"), None);
        _clock.Advance(TimeSpan.FromDays(10));
        await Outbox.PurgeAsync(Now.AddDays(-5), None);
        Assert.Empty(await Book.AlertsAsync(new AlertQuery(), None));
        Assert.Single(await Outbox.ListAsync(new DeliveryQuery(), None));
        Assert.Empty(await Outbox.AttemptsAsync([first.Id], None));
    }

    [Fact]
    public async Task A_lease_is_held_by_one_kept_by_it_and_falls_free_in_time()
    {
        var claims = Enumerable.Range(0, 10).Select(node => new LeaseClaim("work", $"node{node}")).ToArray();
        bool[] taken = await Task.WhenAll(claims.Select(claim => Task.Run(() => Leases.TakeAsync(claim, TimeSpan.FromSeconds(20), None))));
        var holder = claims[Array.IndexOf(taken, true)];
        Assert.Single(taken, true);
        var other = claims.First(claim => claim != holder);
        _clock.Advance(TimeSpan.FromSeconds(15));
        Assert.True(await Leases.TakeAsync(holder, TimeSpan.FromSeconds(20), None));
        _clock.Advance(TimeSpan.FromSeconds(15));
        Assert.False(await Leases.TakeAsync(other, TimeSpan.FromSeconds(20), None));
        _clock.Advance(TimeSpan.FromSeconds(6));
        Assert.True(await Leases.TakeAsync(other, TimeSpan.FromSeconds(20), None));
        await Leases.ReleaseAsync(holder, None);
        Assert.False(await Leases.TakeAsync(holder, TimeSpan.FromSeconds(20), None));
        await Leases.ReleaseAsync(other, None);
        Assert.True(await Leases.TakeAsync(holder, TimeSpan.FromSeconds(20), None));
    }

    private AlertFact Fact(string id, string episode) => new(id, episode, AlertSeverity.Warning, $"title {id}", "text", Now) { Link = "jobs" };

    private Task<bool> TakeAsync() => Leases.TakeAsync(s_lease, TimeSpan.FromDays(100), None);

    private async Task<int> RaiseAsync(AlertRule rule, params AlertFact[] facts)
    {
        await TakeAsync();
        return await Outbox.RaiseAsync(s_lease, [.. facts.Select(fact => (rule, fact))], null, None);
    }

    private async Task<Delivery> WaitingAsync()
    {
        await RaiseAsync(await RuleAsync("Jobs", await ChannelAsync("Chat")), Fact("f1", "e1"));
        return Assert.Single(await Outbox.DueAsync(10, None));
    }

    private async Task<AlertRule> RuleAsync(string name, params AlertChannel[] channels)
    {
        string id = Assert.IsType<AlertChange.Done>(await Book.SaveAsync(
            new AlertRule { Name = name, Kind = "failed-job", Parameters = new Dictionary<string, string> { ["studies"] = "studies" }, Least = AlertSeverity.Warning, As = AlertSeverity.Critical, RepeatMinutes = 10, Channels = [.. channels.Select(channel => channel.Id)] }, "anna", None)).Id;
        return (await Book.RulesAsync(None)).Single(rule => rule.Id == id);
    }

    private async Task<AlertChannel> ChannelAsync(string name)
    {
        string id = Assert.IsType<AlertChange.Done>(await Book.SaveAsync(
            new AlertChannel { Name = name, Kind = "telegram", Settings = new Dictionary<string, string> { ["chat"] = " 1001 " }, PerHour = 5, Quiet = new QuietHours(new TimeOnly(22, 0), new TimeOnly(7, 30), "Europe/Berlin") }, "anna", None)).Id;
        return (await Book.ChannelsAsync(None)).Single(channel => channel.Id == id);
    }
}

public sealed class SqliteAlertStoreTests() : AlertStoreContract(null);

public sealed class PostgresAlertStoreTests(PostgresFixture postgres) : AlertStoreContract(postgres);
