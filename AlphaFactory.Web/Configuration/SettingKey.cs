namespace AlphaFactory.Web.Configuration;

/// <summary>One setting the program knows.</summary>
/// <param name="Name">Full key, parts joined by a colon: <c>AlphaFactory:DataDirectory</c>.</param>
/// <param name="Type">What its text must read as.</param>
/// <param name="Default">Default as text.</param>
/// <param name="IsOpen">True when any one name may follow, as below <c>Logging:LogLevel</c>.</param>
public sealed record SettingKey(string Name, Type Type, string Default, bool IsOpen = false)
{
    private static readonly string[] SecretWords = ["Password", "PassPhrase", "Secret", "Token", "ApiKey"];

    /// <summary>True when the value may only be shown as set or not set.</summary>
    public bool IsSecret =>
        Name.StartsWith("ConnectionStrings:", StringComparison.OrdinalIgnoreCase)
        || SecretWords.Any(word => Name[(Name.LastIndexOf(':') + 1)..].EndsWith(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>True when <paramref name="name"/> is this key, or stands below it when it is open.</summary>
    public bool Covers(string name) => IsOpen
        ? name.StartsWith(Name + ":", StringComparison.OrdinalIgnoreCase)
        : string.Equals(name, Name, StringComparison.OrdinalIgnoreCase);
}
