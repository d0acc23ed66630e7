using System.ComponentModel.DataAnnotations;

namespace AlphaFactory.Web.Configuration;

/// <summary>The settings at the root.</summary>
public sealed class ServerOptions
{
    /// <summary>The root has no section name.</summary>
    public const string Section = "";

    /// <summary>Address to listen on; several are separated by a semicolon.</summary>
    /// <value>http://127.0.0.1:5080</value>
    [Required(ErrorMessage = "Give an address such as http://127.0.0.1:5080.")]
    public string Urls { get; set; } = "http://127.0.0.1:5080";
}
