namespace AlphaFactory.Web.Components.Navigation;

/// <summary>A page above the present one.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Href">Its address from the root.</param>
public sealed record Crumb(string Title, string Href);
