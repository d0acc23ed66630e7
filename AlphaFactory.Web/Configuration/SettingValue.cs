namespace AlphaFactory.Web.Configuration;

/// <summary>A setting as it stands, for <c>doctor</c> and the settings page.</summary>
/// <param name="Name">Full key.</param>
/// <param name="Value">The value; a secret is <c>set</c> or <c>not set</c>.</param>
/// <param name="Origin">Where the value came from, in words: <c>appsettings.json</c>, <c>default</c>, <c>environment: NAME</c> …</param>
/// <param name="IsDefault">True when it is what the program would take anyway.</param>
public sealed record SettingValue(string Name, string Value, string Origin, bool IsDefault);
