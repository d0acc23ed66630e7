namespace AlphaFactory.Engine.Runs;

/// <summary>A run was asked for that cannot be made. Every fault is in <see cref="Faults"/>, in words for the user.</summary>
public sealed class RunSpecException(IReadOnlyList<string> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    /// <summary>All faults found, not only the first.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
