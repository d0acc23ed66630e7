namespace AlphaFactory.Web.Components.Overlays;

/// <summary>A question before something irreversible.</summary>
/// <param name="Title">The question: "Delete AAPL and its 6,539 bars?".</param>
/// <param name="Text">What it does and what stays as it is.</param>
/// <param name="Confirm">The effect as a label: "Delete 6,539 bars".</param>
/// <param name="Refuse">What happens instead: "Keep them".</param>
public sealed record Question(string Title, string Text, string Confirm, string Refuse = "Cancel");
