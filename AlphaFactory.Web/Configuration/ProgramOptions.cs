using System.ComponentModel.DataAnnotations;

namespace AlphaFactory.Web.Configuration;

/// <summary>The settings of the section <c>AlphaFactory</c> that the web side reads.</summary>
public sealed class ProgramOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "AlphaFactory";

    /// <summary>True allows an address other machines can reach. Put a proxy with https in front of it.</summary>
    /// <value>false</value>
    public bool AllowRemote { get; set; }

    /// <summary>True lets <c>/metrics</c> be read without a token from this machine.</summary>
    /// <value>false</value>
    public bool OpenMetrics { get; set; }

    /// <summary>Hours of inactivity after which a sign-in ends.</summary>
    /// <value>168</value>
    [Range(1, 8760, ErrorMessage = "Give 1 to 8760 hours.")]
    public int SignInHours { get; set; } = 168;

    /// <summary>Largest request the server takes, in megabytes; an import is the largest there is.</summary>
    /// <value>512</value>
    [Range(1, 4096, ErrorMessage = "Give 1 to 4096 megabytes.")]
    public int RequestMegabytes { get; set; } = 512;
}
