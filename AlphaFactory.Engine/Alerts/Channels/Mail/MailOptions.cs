using System.ComponentModel.DataAnnotations;

namespace AlphaFactory.Engine.Alerts.Channels.Mail;

/// <summary>The settings of the section <c>AlphaFactory:Alerts:Mail</c>: the server e-mail leaves by.</summary>
public sealed class MailOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "AlphaFactory:Alerts:Mail";

    /// <summary>Name of the SMTP server; empty sends no e-mail.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port, 1 to 65535: 587 with STARTTLS, 465 with TLS from the start.</summary>
    /// <value>587</value>
    [Range(1, 65535, ErrorMessage = "Give 1 to 65535.")]
    public int Port { get; set; } = 587;

    /// <summary>How the connection is kept secret.</summary>
    /// <value>StartTls</value>
    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>Name to sign in with; empty signs in as nobody.</summary>
    public string User { get; set; } = "";

    /// <summary>Password to sign in with.</summary>
    public string Password { get; set; } = "";

    /// <summary>Address the e-mail is from.</summary>
    public string From { get; set; } = "";
}

/// <summary>How the connection to the mail server is kept secret.</summary>
public enum MailSecurity
{
    /// <summary>Begins open and turns to TLS before anything is said; refused when the server cannot.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>Not at all: only for a server on this machine.</summary>
    None,
}
