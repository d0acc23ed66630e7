using AlphaFactory.Engine.Alerts;
using AlphaFactory.Engine.Alerts.Channels;
using AlphaFactory.Engine.Alerts.Channels.Telegram;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Alerts;

/// <summary>The client against a server that answers as the Bot API does.</summary>
public sealed class BotApiTests : IAsyncLifetime
{
    private BotApiServer _server = null!;
    private ChannelTools _tools = null!;

    private static CancellationToken None => TestContext.Current.CancellationToken;

    private BotApi Api => new(_tools);

    public async ValueTask InitializeAsync()
    {
        _server = await BotApiServer.StartAsync();
        _tools = Tools.With(("AlphaFactory:Alerts:Telegram:Api", _server.Address + "/"), ("AlphaFactory:Alerts:Telegram:BotToken", BotApiServer.Token));
    }

    public async ValueTask DisposeAsync()
    {
        _tools.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Text_arrives_in_its_chat_and_what_is_too_long_is_cut_between_letters()
    {
        Assert.IsType<BotAnswer.Ok>(await Api.SendMessageAsync("1001", "Equity \u221212.50 <b>&", None));
        Assert.IsType<BotAnswer.Ok>(await Api.SendMessageAsync("-2002", new string('x', 4094) + "\U0001F600 and more", None));
        Assert.Equal(("1001", "Equity \u221212.50 <b>&"), _server.Sent[0]);
        Assert.Equal(new string('x', 4094) + "…", _server.Sent[1].Text);
    }

    [Fact]
    public async Task A_picture_arrives_byte_for_byte_with_its_caption()
    {
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0, 255, 13, 10];
        Assert.IsType<BotAnswer.Ok>(await Api.SendPhotoAsync("1001", png, "The day", None));
        var (chat, caption, picture) = Assert.Single(_server.Pictures);
        Assert.Equal(("1001", "The day"), (chat, caption));
        Assert.Equal(png, picture);
    }

    [Fact]
    public async Task News_are_read_once_and_those_before_the_offset_are_gone()
    {
        long first = _server.Write(1001, "/status"), second = _server.Write(1001, "hello", from: 55);
        var (messages, last) = BotApi.Read(Assert.IsType<BotAnswer.Ok>(await Api.GetUpdatesAsync(0, 0, None)).Result);
        Assert.Equal([("/status", 1001L), ("hello", 55L)], messages.Select(message => (message.Text, message.From!.Value)));
        Assert.Equal((first, second), (messages[0].Id, last));
        var (after, none) = BotApi.Read(Assert.IsType<BotAnswer.Ok>(await Api.GetUpdatesAsync(second + 1, 0, None)).Result);
        Assert.Empty(after);
        Assert.Null(none);
    }

    [Fact]
    public async Task A_long_question_ends_when_somebody_writes()
    {
        var question = Api.GetUpdatesAsync(0, 50, None);
        await Patience.UntilAsync(() => _server.CallsOf("getUpdates") == 1);
        _server.Write(1001, "/pnl");
        var (messages, _) = BotApi.Read(Assert.IsType<BotAnswer.Ok>(await question).Result);
        Assert.Equal("/pnl", Assert.Single(messages).Text);
    }

    [Fact]
    public async Task Of_two_listeners_the_first_is_told_of_the_conflict()
    {
        var first = Api.GetUpdatesAsync(0, 50, None);
        await Patience.UntilAsync(() => _server.Offsets.Count == 1);
        var second = Api.GetUpdatesAsync(0, 50, None);
        Assert.Equal(409, Assert.IsType<BotAnswer.Denied>(await first).Code);
        _server.Write(1001, "x");
        Assert.IsType<BotAnswer.Ok>(await second);
    }

    [Fact]
    public async Task Too_many_calls_say_how_long_to_wait()
    {
        _server.Trouble("sendMessage", BotFault.TooMany(17));
        Assert.Equal(TimeSpan.FromSeconds(17), Assert.IsType<BotAnswer.Wait>(await Api.SendMessageAsync("1001", "x", None)).After);
        Assert.Empty(_server.Sent);
    }

    [Theory]
    [InlineData(502, "<html>Bad Gateway</html>", false)]
    [InlineData(500, "{\"ok\":false,\"error_code\":500,\"description\":\"Internal Server Error\"}", false)]
    [InlineData(200, "{\"ok\":true", true)]
    [InlineData(200, "[]", true)]
    [InlineData(200, "{\"ok\":\"yes\"}", true)]
    public async Task What_is_not_an_answer_of_the_api_is_broken(int status, string body, bool mayHaveArrived)
    {
        _server.Trouble("sendMessage", BotFault.Says(status, body));
        Assert.Equal(mayHaveArrived, Assert.IsType<BotAnswer.Broken>(await Api.SendMessageAsync("1001", "x", None)).MayHaveArrived);
    }

    [Fact]
    public async Task A_connection_that_breaks_after_the_question_may_have_done_it()
    {
        _server.Trouble("sendMessage", BotFault.Break);
        Assert.True(Assert.IsType<BotAnswer.Broken>(await Api.SendMessageAsync("1001", "x", None)).MayHaveArrived);
    }

    [Fact]
    public async Task Refusals_of_the_channel_say_what_to_do_and_never_the_token()
    {
        _server.Trouble("sendMessage", BotFault.Refused(403, "Forbidden: bot was blocked by the user"), BotFault.Refused(400, "Bad Request: group chat was upgraded to a supergroup chat", new { migrate_to_chat_id = -100555 }));
        Assert.Contains("blocked", await RefusedAsync(_tools, "1001"), StringComparison.Ordinal);
        Assert.Contains("-100555", await RefusedAsync(_tools, "-2002"), StringComparison.Ordinal);
        Assert.Contains("no such chat", await RefusedAsync(_tools, "9"), StringComparison.Ordinal);
        using var wrong = Tools.With(("AlphaFactory:Alerts:Telegram:Api", _server.Address), ("AlphaFactory:Alerts:Telegram:BotToken", "1:not-the-token"));
        string words = await RefusedAsync(wrong, "1001");
        Assert.Contains("token", words, StringComparison.Ordinal);
        Assert.DoesNotContain("not-the-token", words, StringComparison.Ordinal);
        using var away = Tools.With(("AlphaFactory:Alerts:Telegram:Api", $"http://127.0.0.1:{LoopbackPort.Take()}"), ("AlphaFactory:Alerts:Telegram:BotToken", "1:not-the-token"));
        var later = Assert.IsType<SendOutcome.Later>(await SendAsync(away, "1001"));
        Assert.DoesNotContain("not-the-token", later.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("123", true)]
    [InlineData("-100123", true)]
    [InlineData("0", false)]
    [InlineData("@channel", false)]
    public void A_chat_is_a_number(string chat, bool good) =>
        Assert.Equal(good, ChannelRegistry.Shipped().Find("telegram")!.Faults(new Dictionary<string, string> { ["chat"] = chat }).Count == 0);

    private static async Task<string> RefusedAsync(ChannelTools tools, string chat) => Assert.IsType<SendOutcome.Refused>(await SendAsync(tools, chat)).Note;

    private static Task<SendOutcome> SendAsync(ChannelTools tools, string chat) => ChannelRegistry.Shipped().Find("telegram")!.Channel.SendAsync(
        new ChannelMessage("id-1", DeliveryKind.Alert, AlertSeverity.Info, "Filled", "", TimeProvider.System.GetUtcNow(), new Dictionary<string, string> { ["chat"] = chat }), tools, None);
}
