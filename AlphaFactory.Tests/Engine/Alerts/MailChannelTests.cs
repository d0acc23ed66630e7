using System.Globalization;
using AlphaFactory.Engine.Alerts;
using AlphaFactory.Engine.Alerts.Channels;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Alerts;

public sealed class MailChannelTests
{
    [Fact]
    public async Task A_letter_arrives_whole_and_has_the_same_id_in_every_attempt()
    {
        await using var server = SmtpServer.Start();
        using var tools = ToolsFor(server);
        Assert.Contains("4711", Assert.IsType<SendOutcome.Sent>(await SendAsync(tools)).Note, StringComparison.Ordinal);
        Assert.IsType<SendOutcome.Sent>(await SendAsync(tools, mayRepeat: true));
        Assert.Equal(2, server.Letters.Count);
        var letter = server.Letters[0];
        Assert.Equal("factory@example.com", letter.From);
        Assert.Equal(["anna@example.com", "ben@example.com"], letter.To);
        Assert.Contains("Subject: [AlphaFactory] Lost 2% of the day", letter.Text, StringComparison.Ordinal);
        Assert.Contains("CRITICAL: Lost 2% of the day", letter.Text, StringComparison.Ordinal);
        Assert.All(server.Letters, one => Assert.Contains("Message-Id: <id-1@alphafactory.invalid>", one.Text, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("Sent again", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Sent again", server.Letters[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_signs_in_where_the_server_wants_it_and_a_wrong_password_is_not_tried_again()
    {
        await using var server = SmtpServer.Start();
        server.WantsSignIn = true;
        using var right = ToolsFor(server, ("AlphaFactory:Alerts:Mail:User", SmtpServer.User), ("AlphaFactory:Alerts:Mail:Password", SmtpServer.Password));
        Assert.IsType<SendOutcome.Sent>(await SendAsync(right));
        using var wrong = ToolsFor(server, ("AlphaFactory:Alerts:Mail:User", SmtpServer.User), ("AlphaFactory:Alerts:Mail:Password", "guess"));
        var refused = Assert.IsType<SendOutcome.Refused>(await SendAsync(wrong));
        Assert.DoesNotContain("guess", refused.Note, StringComparison.Ordinal);
        Assert.Single(server.Letters);
    }

    [Theory]
    [InlineData("MAIL", "451 4.3.0 not now", true)]
    [InlineData("RCPT", "450 4.2.1 mailbox busy", true)]
    [InlineData("RCPT", "550 5.1.1 no such mailbox", false)]
    [InlineData("END", "552 5.3.4 too large", false)]
    [InlineData("DATA", "", true)]
    [InlineData("END", "", true)]
    public async Task What_the_server_says_tells_whether_it_is_worth_another_try(string command, string answer, bool again)
    {
        await using var server = SmtpServer.Start();
        server.Trouble(command, answer);
        using var tools = ToolsFor(server);
        var outcome = await SendAsync(tools);
        Assert.Equal(again, outcome is SendOutcome.Later);
        Assert.Equal(again, outcome is not SendOutcome.Refused);
    }

    [Fact]
    public async Task A_letter_handed_over_without_an_answer_may_have_arrived()
    {
        await using var server = SmtpServer.Start();
        server.Trouble("END", "");
        using var tools = ToolsFor(server);
        Assert.True(Assert.IsType<SendOutcome.Later>(await SendAsync(tools)).MayHaveArrived);
    }

    [Fact]
    public async Task A_server_that_cannot_keep_a_secret_is_given_none()
    {
        await using var server = SmtpServer.Start();
        using var tools = ToolsFor(server, ("AlphaFactory:Alerts:Mail:Security", "StartTls"));
        Assert.Contains("STARTTLS", Assert.IsType<SendOutcome.Refused>(await SendAsync(tools)).Note, StringComparison.Ordinal);
        Assert.Empty(server.Letters);
        using var away = Tools.With(("AlphaFactory:Alerts:Mail:Host", "mail.example.com"), ("AlphaFactory:Alerts:Mail:From", "a@example.com"), ("AlphaFactory:Alerts:Mail:Security", "None"));
        Assert.Contains("this machine only", Assert.IsType<SendOutcome.Refused>(await SendAsync(away)).Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("anna@example.com", true)]
    [InlineData("anna@example.com, Ben <ben@example.com>", true)]
    [InlineData("anna", false)]
    [InlineData("", false)]
    public void Addresses_are_addresses(string to, bool good) =>
        Assert.Equal(good, ChannelRegistry.Shipped().Find("email")!.Faults(new Dictionary<string, string> { ["to"] = to }).Count == 0);

    private static ChannelTools ToolsFor(SmtpServer server, params IEnumerable<(string, string)> more) => Tools.With(
    [
        ("AlphaFactory:Alerts:Mail:Host", "127.0.0.1"), ("AlphaFactory:Alerts:Mail:Port", server.Port.ToString(CultureInfo.InvariantCulture)),
        ("AlphaFactory:Alerts:Mail:Security", "None"), ("AlphaFactory:Alerts:Mail:From", "factory@example.com"), .. more,
    ]);

    private static Task<SendOutcome> SendAsync(ChannelTools tools, bool mayRepeat = false) => ChannelRegistry.Shipped().Find("email")!.Channel.SendAsync(
        new ChannelMessage("id-1", DeliveryKind.Alert, AlertSeverity.Critical, "Lost 2% of the day", "2,000 of 100,000", TimeProvider.System.GetUtcNow(), new Dictionary<string, string> { ["to"] = "anna@example.com, ben@example.com" }) { MayRepeat = mayRepeat },
        tools,
        TestContext.Current.CancellationToken);
}
