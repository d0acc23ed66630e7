namespace AlphaFactory.Web.Security;

/// <summary>Where to go after signing in: only to this site, whatever the link says.</summary>
internal static class LocalUrl
{
    /// <summary>The address when it is a path of this site, otherwise the home page.</summary>
    public static string Safe(string? url) =>
        url is ['/', ..] and not ['/', '/' or '\\', ..] && !url.Any(char.IsControl) ? url : "/";
}
