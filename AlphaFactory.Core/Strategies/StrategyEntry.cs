using System.Text.RegularExpressions;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Strategies;

/// <summary>A registered strategy with all there is to know about it.</summary>
public sealed class StrategyEntry
{
    private static readonly Regex s_placeholder = new(@"\{(\w+)\}");

    private readonly string? _title;

    internal StrategyEntry(StrategyAttribute attribute, IStrategy strategy)
    {
        (Id, Name, Logic, Failure, Strategy) = (attribute.Id, attribute.Name, attribute.Logic, attribute.Failure, strategy);
        _title = attribute.Title ?? attribute.Name;
        Parameters = new ParameterSchema(ParametersOf(strategy.GetType(), Id));
        Presets = strategy.Presets;
        CheckPresets();
        foreach (Match match in s_placeholder.Matches(_title))
        {
            if (Parameters.Definitions.All(definition => definition.Name != match.Groups[1].Value))
            {
                throw new RegistrationException($"The title \"{_title}\" of {strategy.GetType().FullName} names {match.Value}, which is not one of its parameters.");
            }
        }
    }

    internal StrategyEntry(string id, string name, string logic, string failure, IStrategy strategy, ParameterSchema parameters, int? version)
    {
        (Id, Name, Logic, Failure, Strategy, Parameters, Version) = (id, name, logic, failure, strategy, parameters, version);
    }

    /// <summary>Stable lower-kebab id.</summary>
    public string Id { get; }

    /// <summary>Name shown to people.</summary>
    public string Name { get; }

    /// <summary>What it does, in words.</summary>
    public string Logic { get; }

    /// <summary>When it fails, in words.</summary>
    public string Failure { get; }

    /// <summary>The one instance; it has no state.</summary>
    public IStrategy Strategy { get; }

    /// <summary>Its parameters.</summary>
    public ParameterSchema Parameters { get; }

    /// <summary>Named parameter values, in the order in which they are offered.</summary>
    public IReadOnlyList<StrategyPreset> Presets { get; } = [];

    /// <summary>The preset of that id, or null.</summary>
    public StrategyPreset? FindPreset(string id) => Presets.FirstOrDefault(preset => preset.Id == id);

    /// <summary>The preset that these values are, or null.</summary>
    public StrategyPreset? PresetOf(StrategyParameters parameters) => Presets.FirstOrDefault(preset => preset.Parameters.Equals(parameters));

    /// <summary>What to say when there is no preset of that id.</summary>
    public string MissPreset(string id) => Presets.Count == 0
        ? $"{Name} has no presets."
        : $"{Name} has no preset \"{id}\".{Suggestion.Sentence(id, Presets.Select(preset => preset.Id))} Known are {string.Join(", ", Presets.Select(preset => preset.Id))}.";

    /// <summary>Version of a saved strategy, from 1; null for one in code, whose version is that of the program.</summary>
    public int? Version { get; }

    /// <summary>What a run names: the id, with the version where there is one, such as <c>dip-buyer@3</c>.</summary>
    public string Reference => StrategyReference.Of(Id, Version);

    /// <summary>Title of a run, such as "SMA crossover 20/50".</summary>
    public string Title(StrategyParameters parameters)
    {
        var values = Parameters.Format(parameters);
        if (_title is null)
        {
            var changed = Parameters.Definitions.Where(definition => values[definition.Name] != definition.Default).Select(definition => $"{definition.Name} {values[definition.Name]}");
            return string.Join(", ", [Name, .. changed]);
        }

        return s_placeholder.Replace(_title, match => values[match.Groups[1].Value]);
    }

    private void CheckPresets()
    {
        var type = Parameters.Defaults().GetType();
        foreach (var preset in Presets)
        {
            if (preset.Parameters.GetType() != type)
            {
                throw new RegistrationException($"The preset \"{preset.Id}\" of {Strategy.GetType().FullName} holds {preset.Parameters.GetType().Name}, not {type.Name}.");
            }

            Parameters.Parse(Parameters.Format(preset.Parameters), out var faults);
            if (faults.Count > 0 || Presets.Count(other => other.Id == preset.Id) > 1)
            {
                throw new RegistrationException($"The preset \"{preset.Id}\" of {Strategy.GetType().FullName} is {(faults.Count > 0 ? $"not valid: {string.Join("; ", faults)}" : "there twice")}.");
            }
        }
    }

    private static Type ParametersOf(Type strategy, string id)
    {
        for (var type = strategy; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Strategy<>))
            {
                return type.GetGenericArguments()[0];
            }
        }

        throw new RegistrationException($"{strategy.FullName} is registered as \"{id}\" but does not derive from Strategy<TParameters>, so its parameters are unknown.");
    }
}
