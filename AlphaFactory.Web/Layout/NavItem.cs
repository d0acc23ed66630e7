namespace AlphaFactory.Web.Layout;

/// <summary>One entry of the rail: a page's declaration with its address.</summary>
/// <param name="Href">Address from the root, without the leading slash; empty for Home.</param>
/// <param name="Entry">What the page declared.</param>
public sealed record NavItem(string Href, NavItemAttribute Entry)
{
    /// <summary>True when <paramref name="path"/>, relative to the root and without query, is this page or lies below it.</summary>
    public bool Holds(string path) => Href.Length == 0
        ? path.Length == 0
        : path == Href || path.StartsWith(Href + "/", StringComparison.Ordinal);
}
