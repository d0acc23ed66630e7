using AlphaFactory.Engine.Alerts;
using AlphaFactory.Engine.Alerts.Sending;
using AlphaFactory.Tests.Engine.Persistence;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Alerts;

/// <summary>What goes out when: quiet hours, limit, digest, troubles, stand-ins. Over real sockets, by a clock that the test moves.</summary>
public sealed class CourierTests() : OnDatabase(null)
{
    private static readonly LeaseClaim s_lease = new("alert-watch", "me");

    // 23:00 in Berlin.
    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 1, 5, 22, 0, 0, TimeSpan.Zero));
    private WebhookReceiver _receiver = null!;
    private int _facts;

    private protected override TimeProvider Clock => _clock;

    private protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["AlphaFactory:Alerts:Webhook:Secret"] = WebhookReceiver.Secret, ["AlphaFactory:Alerts:PublicAddress"] = "https://factory.example.com/", ["AlphaFactory:Alerts:Attempts"] = "3", ["AlphaFactory:Alerts:AnswerSeconds"] = "5",
    };

    private IAlertBook Book => Host.Get<IAlertBook>();

    private IAlertOutbox Outbox => Host.Get<IAlertOutbox>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _receiver = await WebhookReceiver.StartAsync(_clock);
    }

    [Fact]
    public async Task In_quiet_hours_only_critical_ones_go_out_and_the_rest_comes_as_one_digest_in_the_morning()
    {
        await RuleAsync(await ChannelAsync("Night", channel => channel with { Quiet = new QuietHours(new TimeOnly(22, 0), new TimeOnly(7, 0), "Europe/Berlin") }));
        await RaiseAsync(AlertSeverity.Warning, AlertSeverity.Critical, AlertSeverity.Info);
        await RoundAsync();
        Assert.Equal("critical", Assert.Single(_receiver.Taken).Severity);
        Assert.All(await Outbox.ListAsync(new DeliveryQuery(State: DeliveryState.Held), None), held => Assert.Equal(("quiet hours", new DateTimeOffset(2026, 1, 6, 6, 0, 0, TimeSpan.Zero)), (held.Note!, held.DueAt)));

        _clock.Advance(TimeSpan.FromHours(8));
        await RoundAsync();
        var digest = _receiver.Taken[1];
        Assert.Equal(("digest", "warning", "2 alerts were held back"), (digest.Kind, digest.Severity, digest.Title));
        Assert.Equal(["2026-01-05 22:00 UTC warning: fact 1", "2026-01-05 22:00 UTC info: fact 3"], digest.Text.Split('\n'));
        await RoundAsync();
        Assert.Equal(2, _receiver.Taken.Count);
    }

    [Fact]
    public async Task A_single_one_that_was_held_back_comes_as_it_is()
    {
        await RuleAsync(await ChannelAsync("Night", channel => channel with { Quiet = new QuietHours(new TimeOnly(22, 0), new TimeOnly(7, 0), "Europe/Berlin") }));
        await RaiseAsync(AlertSeverity.Warning);
        await RoundAsync();
        _clock.Advance(TimeSpan.FromHours(8));
        await RoundAsync();
        Assert.Equal(("alert", "fact 1"), (Assert.Single(_receiver.Taken).Kind, _receiver.Taken[0].Title));
    }

    [Fact]
    public async Task More_than_the_hourly_limit_is_held_back_for_a_digest_and_critical_ones_are_counted_apart()
    {
        await RuleAsync(await ChannelAsync("Few", channel => channel with { PerHour = 2 }));
        await RaiseAsync([.. Enumerable.Repeat(AlertSeverity.Info, 5), AlertSeverity.Critical]);
        await RoundAsync();
        Assert.Equal(["fact 1", "fact 2", "fact 6"], _receiver.Taken.Select(hook => hook.Title).Order());
        await RoundAsync();
        Assert.Equal(3, _receiver.Taken.Count);
        Assert.Equal("limit of 2 an hour", (await Outbox.ListAsync(new DeliveryQuery(State: DeliveryState.Held), None))[0].Note);
        _clock.Advance(TimeSpan.FromMinutes(61));
        await RoundAsync();
        Assert.Equal("3 alerts were held back", _receiver.Taken[3].Title);
        Assert.Equal(4, _receiver.Taken.Count);
    }

    [Fact]
    public async Task A_receiver_that_asks_to_wait_is_left_alone_and_gets_everything_in_its_order()
    {
        await RuleAsync(await ChannelAsync("Busy"));
        _receiver.Next(WebhookReceiver.Answers(429, "120"));
        await RaiseAsync(AlertSeverity.Info, AlertSeverity.Info);
        await RoundAsync();
        Assert.Equal("fact 1", Assert.Single(_receiver.Taken).Title);
        var first = (await Outbox.ListAsync(new DeliveryQuery(), None)).Single(delivery => delivery.Title == "fact 1");
        Assert.Equal((DeliveryState.Waiting, _clock.GetUtcNow().AddSeconds(120)), (first.State, first.DueAt));
        _clock.Advance(TimeSpan.FromSeconds(121));
        await RoundAsync();
        Assert.Equal(["fact 1", "fact 1", "fact 2"], _receiver.Taken.Select(hook => hook.Title));
        Assert.Equal(first.Id, _receiver.Taken[1].Id);
        Assert.False(_receiver.Taken[1].MayRepeat);
    }

    [Fact]
    public async Task After_all_attempts_the_stand_in_takes_it_and_two_broken_ones_do_not_go_round_for_ever()
    {
        var second = await ChannelAsync("Second");
        var first = await ChannelAsync("First", channel => channel with { Fallback = second.Id });
        Assert.IsType<AlertChange.Done>(await Book.SaveAsync(second with { Fallback = first.Id }, "anna", None));
        await RuleAsync(first);
        _receiver.Next([.. Enumerable.Repeat(WebhookReceiver.Answers(500), 6)]);
        await RaiseAsync(AlertSeverity.Info);
        for (int i = 0; i < 10; i++)
        {
            await RoundAsync();
            _clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(6, _receiver.Taken.Count);
        Assert.Equal([("First", DeliveryState.Failed, 3), ("Second", DeliveryState.Failed, 3)], (await Outbox.ListAsync(new DeliveryQuery(), None)).Select(delivery => (delivery.Channel, delivery.State, delivery.Attempts)).Order());
    }

    [Fact]
    public async Task No_answer_in_time_is_tried_again_and_says_that_it_may_be_a_repeat()
    {
        await RuleAsync(await ChannelAsync("Slow"));
        _receiver.Next(WebhookReceiver.Hangs);
        await RaiseAsync(AlertSeverity.Info);
        await RoundAsync();
        var delivery = Assert.Single(await Outbox.ListAsync(new DeliveryQuery(), None));
        Assert.Equal("unknown", Assert.Single(await Outbox.AttemptsAsync([delivery.Id], None)).Outcome);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await RoundAsync();
        Assert.Equal([false, true], _receiver.Taken.Select(hook => hook.MayRepeat));
        Assert.Single(_receiver.Taken.Select(hook => hook.Id).Distinct());
    }

    [Fact]
    public async Task A_test_goes_at_once_whatever_the_hour_and_is_not_tried_twice()
    {
        var channel = await ChannelAsync("Night", channel => channel with { Quiet = new QuietHours(default, default, "UTC"), IsOn = false });
        await Outbox.TestAsync(channel, "anna", None);
        await RoundAsync();
        Assert.Equal(("test", "Test of Night"), (Assert.Single(_receiver.Taken).Kind, _receiver.Taken[0].Title));
        _receiver.Next(WebhookReceiver.Answers(500));
        var test = await Outbox.TestAsync(channel, "anna", None);
        await RoundAsync();
        Assert.Equal((DeliveryState.Failed, "The receiver answered 500."), ((await Outbox.FindAsync(test.Id, None))!.State, (await Outbox.FindAsync(test.Id, None))!.Note));
    }

    [Fact]
    public async Task What_waits_for_a_channel_that_is_off_or_gone_ends_and_says_so()
    {
        var channel = await ChannelAsync("Off");
        await RuleAsync(channel);
        await RaiseAsync(AlertSeverity.Critical);
        Assert.IsType<AlertChange.Done>(await Book.SaveAsync(channel with { IsOn = false }, "anna", None));
        await RoundAsync();
        Assert.Equal("The channel is switched off.", Assert.Single(await Outbox.ListAsync(new DeliveryQuery(State: DeliveryState.Failed), None)).Note);

        var gone = await ChannelAsync("Gone");
        await Outbox.TestAsync(gone, "anna", None);
        await Book.DeleteChannelAsync(gone.Id, "anna", None);
        await RoundAsync();
        Assert.Equal("The channel was deleted.", (await Outbox.ListAsync(new DeliveryQuery(gone.Id), None))[0].Note);
        Assert.Empty(_receiver.Taken);
    }

    private Task<int> RoundAsync() => Host.Get<Courier>().RoundAsync(None);

    private async Task RaiseAsync(params AlertSeverity[] severities)
    {
        await Host.Get<ILeases>().TakeAsync(s_lease, TimeSpan.FromDays(1), None);
        var rule = Assert.Single(await Book.RulesAsync(None));
        foreach (var severity in severities)
        {
            string id = $"fact {++_facts}";
            await Outbox.RaiseAsync(s_lease, [(rule, new AlertFact(id, id, severity, id, "", _clock.GetUtcNow()))], null, None);
            _clock.Advance(TimeSpan.FromMilliseconds(1));
        }
    }

    private async Task RuleAsync(AlertChannel channel) =>
        Assert.IsType<AlertChange.Done>(await Book.SaveAsync(new AlertRule { Name = "Rule", Kind = "failed-job", Channels = [channel.Id] }, "anna", None));

    private async Task<AlertChannel> ChannelAsync(string name, Func<AlertChannel, AlertChannel>? change = null)
    {
        var channel = new AlertChannel { Name = name, Kind = "webhook", Settings = new Dictionary<string, string> { ["url"] = _receiver.Address } };
        string id = Assert.IsType<AlertChange.Done>(await Book.SaveAsync(change?.Invoke(channel) ?? channel, "anna", None)).Id;
        return (await Book.ChannelsAsync(None)).Single(found => found.Id == id);
    }
}
