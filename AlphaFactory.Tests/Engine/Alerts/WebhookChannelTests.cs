using AlphaFactory.Engine.Alerts;
using AlphaFactory.Engine.Alerts.Channels;
using AlphaFactory.Engine.Alerts.Channels.Webhook;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Alerts;

public sealed class WebhookChannelTests
{
    private static readonly (string, string) s_secret = ("AlphaFactory:Alerts:Webhook:Secret", WebhookReceiver.Secret);

    [Fact]
    public void The_signature_is_the_one_another_program_computes() =>
        Assert.Equal(
            "v1=c532d22bb592658041bbba011e4b2bba3247cf899703d0648ad8be0f1e6ca9fd", // hmac.new(secret, b'1764320000.{"id":"x"}', sha256) of Python
            WebhookSignature.Of("a secret both sides know", 1764320000, "{\"id\":\"x\"}"u8));

    [Fact]
    public async Task A_message_arrives_with_a_signature_its_receiver_believes()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        using var tools = Tools.With(s_secret);
        Assert.IsType<SendOutcome.Sent>(await SendAsync(tools, receiver.Address));
        Assert.Equal(new Hook("id-1", "alert", "critical", "Kill switch", "thrown by anna", false), Assert.Single(receiver.Taken));

        using var others = Tools.With(("AlphaFactory:Alerts:Webhook:Secret", "another secret of sixteen"));
        Assert.Contains("401", Assert.IsType<SendOutcome.Refused>(await SendAsync(others, receiver.Address)).Note, StringComparison.Ordinal);
        Assert.Equal(["wrong signature"], receiver.Refused);
    }

    [Theory]
    [InlineData(429, "7", true)]
    [InlineData(503, null, true)]
    [InlineData(500, null, true)]
    [InlineData(404, null, false)]
    [InlineData(302, null, false)]
    public async Task What_the_receiver_answers_says_whether_it_is_worth_another_try(int status, string? retryAfter, bool again)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Next(WebhookReceiver.Answers(status, retryAfter));
        using var tools = Tools.With(s_secret);
        var outcome = await SendAsync(tools, receiver.Address);
        Assert.Equal(again, outcome is SendOutcome.Later);
        Assert.Equal(again, outcome is not SendOutcome.Refused);
        if (retryAfter is not null)
        {
            Assert.Equal(TimeSpan.FromSeconds(7), ((SendOutcome.Later)outcome).After);
        }
    }

    [Fact]
    public async Task An_address_where_nobody_listens_is_tried_again_and_cannot_have_arrived()
    {
        using var tools = Tools.With(s_secret);
        var later = Assert.IsType<SendOutcome.Later>(await SendAsync(tools, $"http://127.0.0.1:{LoopbackPort.Take()}/hook"));
        Assert.False(later.MayHaveArrived);
        Assert.Contains("nobody listens", later.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.com/hook", true)]
    [InlineData("http://127.0.0.1:9000/hook", true)]
    [InlineData("http://example.com/hook", false)]
    [InlineData("https://anna:secret@example.com/hook", false)]
    [InlineData("ftp://example.com", false)]
    [InlineData("hook", false)]
    public void An_address_is_whole_and_kept_secret_on_the_way(string url, bool good) =>
        Assert.Equal(good, ChannelRegistry.Shipped().Find("webhook")!.Faults(new Dictionary<string, string> { ["url"] = url }).Count == 0);

    [Fact]
    public async Task Without_a_secret_nothing_is_sent()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        using var tools = Tools.With();
        Assert.Contains("AlphaFactory__Alerts__Webhook__Secret", Assert.IsType<SendOutcome.Refused>(await SendAsync(tools, receiver.Address)).Note, StringComparison.Ordinal);
        Assert.Empty(receiver.Refused);
    }

    private static Task<SendOutcome> SendAsync(ChannelTools tools, string url) => ChannelRegistry.Shipped().Find("webhook")!.Channel.SendAsync(
        new ChannelMessage("id-1", DeliveryKind.Alert, AlertSeverity.Critical, "Kill switch", "thrown by anna", TimeProvider.System.GetUtcNow(), new Dictionary<string, string> { ["url"] = url }), tools, TestContext.Current.CancellationToken);
}
