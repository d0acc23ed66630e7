namespace AlphaFactory.Web.Configuration;

/// <summary>The section <c>ConnectionStrings</c>; both are secrets and empty by default.</summary>
public sealed class ConnectionOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "ConnectionStrings";

    /// <summary>PostgreSQL to use in place of the embedded SQLite.</summary>
    public string Postgres { get; set; } = "";

    /// <summary>Redis that carries progress and cached bars between nodes.</summary>
    public string Redis { get; set; } = "";
}
