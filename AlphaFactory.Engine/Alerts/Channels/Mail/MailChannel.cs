using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Configuration;
using MimeKit;

namespace AlphaFactory.Engine.Alerts.Channels.Mail;

/// <summary>Sends e-mail by an SMTP server. The message id is the same in every attempt, so that a mailbox can tell a repeat.</summary>
[Channel("email", "E-mail", Says = "Sends an e-mail by the SMTP server of the configuration.")]
public sealed class MailChannel : IChannel
{
    private const string To = "to";

    /// <inheritdoc/>
    public IReadOnlyList<ChannelField> Fields { get; } = [new(To, "To", "one address, or several with commas between", ToFault)];

    /// <inheritdoc/>
    public string? Missing(IConfiguration configuration)
    {
        var options = Options(configuration);
        return options.Host.Length == 0 ? $"{MailOptions.Section}:Host is not set. Set AlphaFactory__Alerts__Mail__Host to the name of an SMTP server."
            : !MailboxAddress.TryParse(options.From, out _) ? $"{MailOptions.Section}:From is \"{options.From}\". Set AlphaFactory__Alerts__Mail__From to the address the e-mail is from."
            : options.Security == MailSecurity.None && !IsHere(options.Host) ? $"{MailOptions.Section}:Security is None, which is taken for a server on this machine only. Set StartTls or Tls."
            : null;
    }

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(ChannelMessage message, ChannelTools tools, CancellationToken cancellationToken)
    {
        if (Missing(tools.Configuration) is { } missing)
        {
            return new SendOutcome.Refused(missing);
        }

        var options = Options(tools.Configuration);
        using var letter = Letter(message, options.From);
        using var client = new SmtpClient();
        bool handedOver = false;
        try
        {
            await client.ConnectAsync(options.Host, options.Port, Security(options.Security), cancellationToken);
            if (options.User.Length > 0)
            {
                await client.AuthenticateAsync(options.User, options.Password, cancellationToken);
            }

            handedOver = true;
            string answer = await client.SendAsync(letter, cancellationToken);
            await GoodbyeAsync(client, cancellationToken);
            return new SendOutcome.Sent(MailWords.Short(answer));
        }
        catch (SmtpCommandException refusal)
        {
            return MailWords.Judge(refusal);
        }
        catch (AuthenticationException)
        {
            return new SendOutcome.Refused($"The mail server did not take the name and password. Check {MailOptions.Section}:User and :Password.");
        }
        catch (SslHandshakeException)
        {
            return new SendOutcome.Later("The secure connection to the mail server failed: its certificate is not trusted, or it does not speak TLS on this port.");
        }
        catch (NotSupportedException)
        {
            return new SendOutcome.Refused("The mail server cannot do what is asked: STARTTLS, or a way to sign in. Check Security and User.");
        }
        catch (Exception fault) when (fault is SocketException or IOException or ProtocolException or ServiceNotConnectedException)
        {
            return new SendOutcome.Later($"The mail server could not be talked to: {MailWords.Of(fault)}.") { MayHaveArrived = handedOver };
        }
    }

    // The server has the letter already; that it did not say goodbye changes nothing.
    private static async Task GoodbyeAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception fault) when (fault is SocketException or IOException or ProtocolException)
        {
            return;
        }
    }

    private static MimeMessage Letter(ChannelMessage message, string from)
    {
        var letter = new MimeMessage { Subject = $"[AlphaFactory] {message.Title}", Date = message.At, MessageId = $"{message.Id}@alphafactory.invalid" };
        letter.From.Add(MailboxAddress.Parse(from));
        letter.To.AddRange(InternetAddressList.Parse(message.Settings[To]));
        letter.Headers.Add("Auto-Submitted", "auto-generated");
        if (message.Severity == AlertSeverity.Critical)
        {
            letter.Priority = MessagePriority.Urgent;
        }

        letter.Body = new TextPart("plain") { Text = MessageText.Of(message) };
        return letter;
    }

    private static MailOptions Options(IConfiguration configuration) => configuration.GetSection(MailOptions.Section).Get<MailOptions>() ?? new MailOptions();

    private static SecureSocketOptions Security(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    private static bool IsHere(string host) => host is "localhost" or "127.0.0.1" or "::1";

    private static string? ToFault(string text) =>
        InternetAddressList.TryParse(text, out var list) && list.Count > 0 && list.All(address => address is MailboxAddress { Address: { } mail } && mail.IndexOf('@', StringComparison.Ordinal) > 0)
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"The addresses are \"{text}\". Give one such as anna@example.com, or several with commas between.");
}
