namespace AlphaFactory.Core.Registration;

/// <summary>Base of the attributes that put a class into a registry: one new file adds one thing.</summary>
/// <param name="id">Stable for ever: it stands in files, links and the database.</param>
/// <param name="name">What people read.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public abstract class RegisteredAttribute(string id, string name) : Attribute
{
    /// <summary>Stable id.</summary>
    public string Id { get; } = id;

    /// <summary>Name shown to people.</summary>
    public string Name { get; } = name;
}
