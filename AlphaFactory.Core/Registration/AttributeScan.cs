using System.Reflection;

namespace AlphaFactory.Core.Registration;

/// <summary>The one scan behind every registry.</summary>
public static class AttributeScan
{
    /// <summary>All classes carrying <typeparamref name="TAttribute"/>, one instance each, ordered by id.</summary>
    /// <typeparam name="TContract">What every one of them must be.</typeparam>
    /// <typeparam name="TAttribute">The attribute that registers.</typeparam>
    /// <param name="types">Types to look through, usually those of one assembly.</param>
    /// <exception cref="RegistrationException">Two classes share an id, or one is not a <typeparamref name="TContract"/> with a parameterless constructor.</exception>
    public static IReadOnlyList<(TAttribute Attribute, TContract Instance)> Find<TContract, TAttribute>(IEnumerable<Type> types)
        where TContract : class
        where TAttribute : RegisteredAttribute =>
        [.. Find<TAttribute>(types).Select(found => (found.Attribute, Create<TContract>(found.Type, found.Attribute)))];

    /// <summary>The same without the instances, for registries that make one when it is first asked for; see <see cref="Create"/>.</summary>
    /// <typeparam name="TAttribute">The attribute that registers.</typeparam>
    /// <param name="types">Types to look through.</param>
    /// <exception cref="RegistrationException">Two classes share an id.</exception>
    public static IReadOnlyList<(TAttribute Attribute, Type Type)> Find<TAttribute>(IEnumerable<Type> types)
        where TAttribute : RegisteredAttribute
    {
        var found = new SortedDictionary<string, (TAttribute Attribute, Type Type)>(StringComparer.Ordinal);
        foreach (var type in types)
        {
            if (type.GetCustomAttribute<TAttribute>(inherit: false) is not { } attribute)
            {
                continue;
            }

            if (!found.TryAdd(attribute.Id, (attribute, type)))
            {
                throw new RegistrationException($"The id \"{attribute.Id}\" is taken twice: by {found[attribute.Id].Type.FullName} and by {type.FullName}. Give one of them another id.");
            }
        }

        return [.. found.Values];
    }

    /// <summary>One instance of a registered class.</summary>
    /// <exception cref="RegistrationException">It is not a <typeparamref name="TContract"/> with a parameterless constructor.</exception>
    public static TContract Create<TContract>(Type type, RegisteredAttribute attribute)
        where TContract : class
    {
        if (type.IsAbstract || !typeof(TContract).IsAssignableFrom(type))
        {
            throw new RegistrationException($"{type.FullName} is registered as \"{attribute.Id}\" but is no {typeof(TContract).Name}. Make it a sealed class that is one, or take the attribute off.");
        }

        if (type.GetConstructor(Type.EmptyTypes) is null)
        {
            throw new RegistrationException($"{type.FullName} is registered as \"{attribute.Id}\" but has no public constructor without parameters. Add one.");
        }

        return (TContract)Activator.CreateInstance(type)!;
    }
}
