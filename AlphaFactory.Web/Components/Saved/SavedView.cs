namespace AlphaFactory.Web.Components.Saved;

/// <summary>A view somebody keeps under a name.</summary>
/// <param name="Key">Key of its setting; it stays when the name changes.</param>
/// <param name="Name">What the person called it.</param>
/// <param name="Query">The view as its page writes it into an address.</param>
public sealed record SavedView(string Key, string Name, string Query);
