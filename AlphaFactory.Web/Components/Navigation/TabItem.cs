namespace AlphaFactory.Web.Components.Navigation;

/// <summary>One tab.</summary>
/// <param name="Id">Stable id, used in links; its panel has the element id <c>panel-</c> and this.</param>
/// <param name="Title">Word shown.</param>
/// <param name="Count">Number behind the word; null shows none.</param>
public sealed record TabItem(string Id, string Title, int? Count = null);
