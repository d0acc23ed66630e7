using System.Globalization;
using System.Net.Sockets;
using MailKit.Net.Smtp;

namespace AlphaFactory.Engine.Alerts.Channels.Mail;

/// <summary>What a mail server says, in words.</summary>
internal static class MailWords
{
    private const int Longest = 200;

    /// <summary>4xx may work later, 5xx never will (RFC 5321, 4.2.1).</summary>
    public static SendOutcome Judge(SmtpCommandException refusal)
    {
        int code = (int)refusal.StatusCode;
        string said = string.Create(CultureInfo.InvariantCulture, $"The mail server answered {code}: {Short(refusal.Message)}");
        return code is >= 400 and < 500 ? new SendOutcome.Later(said) : new SendOutcome.Refused(said);
    }

    /// <summary>What went wrong on the way.</summary>
    public static string Of(Exception fault) => fault switch
    {
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => "nobody listens there",
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } => "its name is not known",
        SocketException socket => $"the network said {socket.SocketErrorCode}",
        SmtpProtocolException => "the connection ended, or it does not speak SMTP",
        _ => "the connection ended",
    };

    /// <summary>The first line, not too long.</summary>
    public static string Short(string answer)
    {
        string line = answer.Split('\n')[0].Trim();
        return line.Length <= Longest ? line : line[..Longest] + "…";
    }
}
