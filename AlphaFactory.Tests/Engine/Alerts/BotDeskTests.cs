using System.Text.RegularExpressions;
using AlphaFactory.Engine.Alerts.Channels.Telegram;
using AlphaFactory.Engine.Alerts.Channels.Telegram.Commands;
using AlphaFactory.Engine.Audit;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Tests.Engine.Persistence;
using AlphaFactory.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlphaFactory.Tests.Engine.Alerts;

/// <summary>What the bot answers to whom.</summary>
public sealed class BotDeskTests() : OnDatabase(null)
{
    private const long Chat = 1001, Group = -2002, Stranger = 666;

    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 11, 25, 15, 0, 0, TimeSpan.Zero));
    private readonly PretendDesk _desk = new();
    private BotDesk? _bot;
    private long _id;

    private protected override TimeProvider Clock => _clock;

    [Fact]
    public async Task Strangers_hear_nothing_and_are_noted_once_an_hour()
    {
        Assert.Null(await SayAsync("/status", Stranger));
        Assert.Null(await SayAsync("/kill", Stranger));
        Assert.Equal("666", Assert.Single(await NotedAsync()).Subject);
        _clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Null(await SayAsync("/kill", Stranger));
        Assert.Equal(2, (await NotedAsync()).Count);
        Assert.Empty(_desk.Told);
    }

    [Fact]
    public async Task Questions_are_answered_with_figures_of_the_frame()
    {
        Show(PretendDesk.Deployment("d1", "Crossover", DeploymentState.Running));
        string status = (await SayAsync("/status"))!;
        Assert.Contains("Crossover [SIMULATED] running", status, StringComparison.Ordinal);
        Assert.Contains("equity 101,250.50, day \u2212249.50, drawdown \u22121.23%", status, StringComparison.Ordinal);
        Assert.Contains("bar 12 of 200", status, StringComparison.Ordinal);
        string pnl = (await SayAsync("/pnl@factory_bot"))!;
        Assert.Contains("since the start +1,250.50 on 100,000.00", pnl, StringComparison.Ordinal);
        Assert.Contains("realised +0.50, open \u2212250.00", pnl, StringComparison.Ordinal);
        Assert.Equal("Crossover: 100 NOVA at 50.25, now 47.75, \u2212250.00; stop 45.00, target –", await SayAsync("/positions"));
        Assert.Equal("No order is open.", await SayAsync("/orders"));
        Assert.Equal("No job runs or waits.", await SayAsync("/jobs"));
        Assert.Contains("/flatten", await SayAsync("/help"), StringComparison.Ordinal);
        Assert.Contains("Did you mean \"status\"?", await SayAsync("/statsu"), StringComparison.Ordinal);
        Assert.Null(await SayAsync("good morning"));
    }

    [Fact]
    public async Task What_cannot_be_seen_is_said_and_not_made_up()
    {
        _desk.Latest = DeskFrame.Empty(_clock.GetUtcNow(), "The figures are on another node and cannot be seen from here.");
        Assert.Equal("The figures are on another node and cannot be seen from here.\n", await SayAsync("/status"));
        Assert.StartsWith("The figures are on another node", await SayAsync("/positions"), StringComparison.Ordinal);
        Show(PretendDesk.Deployment("d1", "Crossover", DeploymentState.Running));
        _clock.Advance(TimeSpan.FromSeconds(40));
        Assert.StartsWith("These figures are 40 s old.", await SayAsync("/pnl"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pausing_is_done_at_once_because_it_can_only_make_less_happen()
    {
        Show(PretendDesk.Deployment("d1", "Crossover", DeploymentState.Running));
        Assert.Equal("Crossover: done", await SayAsync("/pause"));
        Assert.Equal((new DeskCommand.Pause("d1", "by Telegram"), "telegram:1001"), Assert.Single(_desk.Told));
    }

    [Fact]
    public async Task With_two_deployments_it_asks_which_one_and_takes_a_name_or_all()
    {
        Show(PretendDesk.Deployment("d1", "Crossover", DeploymentState.Running), PretendDesk.Deployment("d2", "Dip buyer", DeploymentState.Running), PretendDesk.Deployment("d3", "Old", DeploymentState.Draft));
        Assert.Contains("/pause Dip buyer", await SayAsync("/pause"), StringComparison.Ordinal);
        Assert.Contains("Did you mean \"Dip buyer\"?", await SayAsync("/pause dip bier"), StringComparison.Ordinal);
        Assert.Empty(_desk.Told);
        await SayAsync("/pause dip buyer");
        await SayAsync("/pause all");
        Assert.Equal(["d2", "d1", "d2"], _desk.Told.Select(told => ((DeskCommand.Pause)told.Command).Deployment));
    }

    [Theory]
    [InlineData("/flatten", typeof(DeskCommand.Flatten))]
    [InlineData("/kill it is wild", typeof(DeskCommand.Kill))]
    public async Task What_is_dangerous_is_done_when_its_code_comes_back_and_only_once(string order, Type command)
    {
        Show(PretendDesk.Deployment("d1", "Crossover", DeploymentState.Running));
        string code = CodeOf(await SayAsync(order));
        Assert.Empty(_desk.Told);
        Assert.Contains("done", await SayAsync($"/yes {code}"), StringComparison.Ordinal);
        Assert.Equal(command, Assert.Single(_desk.Told).Command.GetType());
        Assert.Contains("Nothing waits", await SayAsync($"/yes {code}"), StringComparison.Ordinal);
        Assert.Single(_desk.Told);
    }

    [Fact]
    public async Task A_kill_carries_its_reason_and_a_resume_names_the_mode()
    {
        Show(PretendDesk.Deployment("d1", "Crossover", DeploymentState.Paused));
        await SayAsync($"/yes {CodeOf(await SayAsync("/kill the feed is wrong"))}");
        Assert.Equal((new DeskCommand.Kill("the feed is wrong", "telegram", "kill"), "telegram:1001"), Assert.Single(_desk.Told));
        Assert.Contains("Crossover [SIMULATED]", await SayAsync("/resume"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_expires_is_void_after_three_wrong_tries_and_holds_for_one_person_only()
    {
        Show(PretendDesk.Deployment("d1", "Crossover", DeploymentState.Running));
        string late = CodeOf(await SayAsync("/flatten"));
        _clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Contains("expired", await SayAsync($"/yes {late}"), StringComparison.Ordinal);

        string guessed = CodeOf(await SayAsync("/flatten"));
        string wrong = guessed == "1234" ? "4321" : "1234";
        Assert.Contains("not the code", await SayAsync($"/yes {wrong}"), StringComparison.Ordinal);
        Assert.Contains("not the code", await SayAsync($"/yes {wrong}"), StringComparison.Ordinal);
        Assert.Contains("third time", await SayAsync($"/yes {wrong}"), StringComparison.Ordinal);
        Assert.Contains("Nothing waits", await SayAsync($"/yes {guessed}"), StringComparison.Ordinal);

        string hers = CodeOf(await SayAsync("/flatten", Group, from: Chat));
        Assert.Contains("Nothing waits", await SayAsync($"/yes {hers}", Group, from: 77), StringComparison.Ordinal);
        Assert.Empty(_desk.Told);
    }

    [Fact]
    public async Task In_a_group_only_a_person_on_the_list_may_do_what_is_dangerous()
    {
        Show(PretendDesk.Deployment("d1", "Crossover", DeploymentState.Running));
        Assert.Contains("own number is on the list", await SayAsync("/kill", Group, from: 77), StringComparison.Ordinal);
        Assert.Contains("/yes", await SayAsync("/kill", Group, from: Chat), StringComparison.Ordinal);
        Assert.Contains("running", await SayAsync("/status", Group, from: 77), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_of_another_moment_is_not_obeyed()
    {
        Show(PretendDesk.Deployment("d1", "Crossover", DeploymentState.Running));
        Assert.Contains("was not obeyed", await SayAsync("/pause", at: _clock.GetUtcNow().AddMinutes(-5)), StringComparison.Ordinal);
        Assert.Empty(_desk.Told);
    }

    [Fact]
    public async Task A_refusal_of_the_desk_is_passed_on()
    {
        Show(PretendDesk.Deployment("d1", "Crossover", DeploymentState.Running));
        _desk.Answer = new DeskAnswer.Refused("killed", "The kill switch is thrown.");
        Assert.Equal("Crossover: not done. The kill switch is thrown.", await SayAsync("/pause"));
    }

    private static string CodeOf(string? answer) => Regex.Match(answer!, "/yes (\\d{4}) within 60 s").Groups[1].Value is { Length: 4 } code ? code : throw new InvalidOperationException(answer);

    private void Show(params DeploymentFrame[] deployments) => _desk.Latest = DeskFrame.Empty(_clock.GetUtcNow(), null) with { Node = "here", Deployments = deployments };

    private async Task<IReadOnlyList<AuditEntry>> NotedAsync() => await Host.Get<IAuditLog>().ListAsync(new AuditQuery(Action: "telegram-stranger"), None);

    private Task<string?> SayAsync(string text, long chat = Chat, long? from = null, DateTimeOffset? at = null)
    {
        _bot ??= new BotDesk(BotCommandRegistry.Shipped(), _desk, Host.Get<IRunStore>(), Host.Get<IAuditLog>(), Tools.With(_clock, [("AlphaFactory:Alerts:Telegram:Chats", $"{Chat}, {Group}")]), NullLogger<BotDesk>.Instance);
        return _bot.AnswerAsync(new BotMessage(++_id, chat, from ?? chat, "Anna", text, at ?? _clock.GetUtcNow()), None);
    }
}
