using System.ComponentModel.DataAnnotations;
using System.Reflection;
using AlphaFactory.Core.Registration;
using AlphaFactory.Core.Strategies;

namespace AlphaFactory.Core.Parameters;

/// <summary>The parameters of one strategy.</summary>
public sealed class ParameterSchema : ParameterSchema<StrategyParameters>
{
    /// <summary>Reads the declaration.</summary>
    /// <param name="type">A parameters record with a parameterless constructor.</param>
    /// <exception cref="RegistrationException">A property has a type that no input draws, or a default breaks its own rule.</exception>
    public ParameterSchema(Type type)
        : base(type)
    {
    }

    internal ParameterSchema(Func<StrategyParameters> defaults, IReadOnlyList<ParameterDefinition> definitions)
        : base(defaults, definitions)
    {
    }
}

/// <summary>
/// The parameters of one strategy or indicator, read once from its record. It draws the form, and reads and writes the text that
/// the page, a file, the API and the command line share.
/// </summary>
/// <typeparam name="TRecord">Base of the records.</typeparam>
public class ParameterSchema<TRecord> : IParameterSchema
    where TRecord : class
{
    private readonly Func<TRecord> _new;

    /// <summary>Reads the declaration.</summary>
    /// <param name="type">A parameters record with a parameterless constructor.</param>
    /// <exception cref="RegistrationException">A property has a type that no input draws, or a default breaks its own rule.</exception>
    public ParameterSchema(Type type)
    {
        _new = () => (TRecord)Activator.CreateInstance(type)!;
        var defaults = New();
        Definitions = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is { IsPublic: true })
            .OrderBy(property => property.MetadataToken)
            .Select(property => new ParameterDefinition(property, defaults))];
        string[] faults = [.. Definitions.Select(definition => definition.DefaultFault(defaults)).OfType<string>(), .. CrossFieldFaults(defaults)];
        if (faults.Length > 0)
        {
            throw new RegistrationException($"The defaults of {type.FullName} break their own rules: {string.Join("; ", faults)}.");
        }
    }

    /// <summary>Parameters that no record declares.</summary>
    private protected ParameterSchema(Func<TRecord> defaults, IReadOnlyList<ParameterDefinition> definitions) => (_new, Definitions) = (defaults, definitions);

    /// <summary>The parameters in the order of their declaration.</summary>
    public IReadOnlyList<ParameterDefinition> Definitions { get; }

    /// <summary>A record with every default.</summary>
    public TRecord Defaults() => New();

    /// <summary>Makes a record of text values; an absent one takes its default.</summary>
    /// <param name="values">Values by snake_case name.</param>
    /// <param name="faults">Every fault found, each naming parameter, value, range and remedy; empty when all is well.</param>
    /// <returns>The record, or null when there is a fault.</returns>
    public TRecord? Parse(IReadOnlyDictionary<string, string> values, out IReadOnlyList<string> faults)
    {
        var parameters = New();
        var found = new List<string>();
        foreach (var (name, text) in values)
        {
            var definition = Definitions.FirstOrDefault(candidate => candidate.Name == name);
            string? fault = definition is null ? Unknown(name) : definition.TrySet(parameters, text);
            if (fault is not null)
            {
                found.Add(fault);
            }
        }

        if (found.Count == 0)
        {
            found.AddRange(CrossFieldFaults(parameters));
        }

        faults = found;
        return found.Count == 0 ? parameters : null;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Faults(IReadOnlyDictionary<string, string> values)
    {
        Parse(values, out var faults);
        return faults;
    }

    /// <summary>Every value of a record as text, by snake_case name, in the order of declaration.</summary>
    public IReadOnlyDictionary<string, string> Format(TRecord parameters) =>
        Definitions.ToDictionary(definition => definition.Name, definition => definition.TextOf(parameters));

    private string Unknown(string name)
    {
        string[] known = [.. Definitions.Select(definition => definition.Name)];
        string list = known.Length == 0 ? "There are no parameters to set." : $"Known are {string.Join(", ", known)}.";
        return $"\"{name}\" is not a parameter.{Suggestion.Sentence(name, known)} {list}";
    }

    private static IEnumerable<string> CrossFieldFaults(TRecord parameters) =>
        parameters is IValidatableObject rules
            ? rules.Validate(new ValidationContext(parameters)).Select(result => result.ErrorMessage ?? "The parameters do not fit together.")
            : [];

    private TRecord New() => _new();
}
