using System.Reflection;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Costs;

/// <summary>The cost models of one kind, found by one scan. Immutable and safe to share.</summary>
/// <typeparam name="TModel">What every one of them is.</typeparam>
public sealed class CostModelRegistry<TModel>
    where TModel : class
{
    private CostModelRegistry(IReadOnlyList<CostModelEntry<TModel>> entries)
    {
        All = entries;
        if (entries.SelectMany(entry => entry.Parameters).GroupBy(parameter => parameter.Key).FirstOrDefault(keys => keys.Count() > 1) is { } twice)
        {
            throw new RegistrationException($"The setting \"{twice.Key}\" is declared by {string.Join(" and ", twice.Select(parameter => parameter.Model))}. Give one of them another name.");
        }
    }

    /// <summary>All models ordered by id.</summary>
    public IReadOnlyList<CostModelEntry<TModel>> All { get; }

    /// <summary>The model of that id, or null.</summary>
    public CostModelEntry<TModel>? Find(string id) => All.FirstOrDefault(entry => entry.Id == id);

    /// <summary>What is known of a model by its instance.</summary>
    /// <exception cref="UnknownIdException">Its class is not registered.</exception>
    public CostModelEntry<TModel> EntryOf(TModel model) =>
        All.FirstOrDefault(entry => entry.Default.GetType() == model.GetType()) ?? throw new UnknownIdException($"{model.GetType().FullName} is not a registered cost model. Put its attribute on it.");

    internal static CostModelRegistry<TModel> Scan<TAttribute>(IEnumerable<Type> types, string prefix)
        where TAttribute : RegisteredAttribute, ICostModelWords =>
        new([.. AttributeScan.Find<TModel, TAttribute>(types).Select(found => new CostModelEntry<TModel>(found.Attribute.Id, found.Attribute.Name, found.Attribute, found.Instance, Parameters(found.Instance, found.Attribute.Id, prefix)))]);

    private static List<CostParameter> Parameters(TModel model, string id, string prefix)
    {
        PropertyInfo[] declared = [.. model.GetType().GetProperties().Where(property => property.GetCustomAttribute<CostParameterAttribute>() is not null).OrderBy(property => property.MetadataToken)];
        return declared.FirstOrDefault(property => property.PropertyType != typeof(double) || property.SetMethod is null) is { } wrong
            ? throw new RegistrationException($"{wrong.DeclaringType?.FullName}.{wrong.Name} is a setting of a cost model but no double with an init accessor. Make it one.")
            : [.. declared.Select(property => new CostParameter(property, property.GetCustomAttribute<CostParameterAttribute>()!, declared, prefix, id))];
    }
}

/// <summary>A registered cost model.</summary>
/// <typeparam name="TModel">Its kind.</typeparam>
/// <param name="Id">Stable lower-kebab id.</param>
/// <param name="Name">Name shown to people.</param>
/// <param name="Words">What it says about itself.</param>
/// <param name="Default">The model with its default terms.</param>
/// <param name="Parameters">Its settings.</param>
public sealed record CostModelEntry<TModel>(string Id, string Name, ICostModelWords Words, TModel Default, IReadOnlyList<CostParameter> Parameters);
