namespace AlphaFactory.Core.Parameters;

/// <summary>Unit shown behind a parameter's input.</summary>
/// <param name="name">bars, %, USD and the like.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UnitAttribute(string name) : Attribute
{
    /// <summary>The unit as shown.</summary>
    public string Name { get; } = name;
}
