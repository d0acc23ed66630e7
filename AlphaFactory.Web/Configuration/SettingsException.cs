namespace AlphaFactory.Web.Configuration;

/// <summary>The configuration cannot be used. Every fault is in <see cref="Faults"/>, in words for the person who wrote it.</summary>
public sealed class SettingsException(IReadOnlyList<string> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    /// <summary>All faults found, not only the first.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
