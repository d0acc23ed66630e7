using System.Text.RegularExpressions;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Strategies;

/// <summary>A registered strategy with all there is to know about it.</summary>
public sealed partial class StrategyEntry
{
    private readonly string _title;

    internal StrategyEntry(StrategyAttribute attribute, IStrategy strategy)
    {
        (Id, Name, Logic, Failure, Strategy) = (attribute.Id, attribute.Name, attribute.Logic, attribute.Failure, strategy);
        _title = attribute.Title ?? attribute.Name;
        Parameters = new ParameterSchema(ParametersOf(strategy.GetType(), Id));
        foreach (Match match in Placeholder().Matches(_title))
        {
            if (Parameters.Definitions.All(definition => definition.Name != match.Groups[1].Value))
            {
                throw new RegistrationException($"The title \"{_title}\" of {strategy.GetType().FullName} names {match.Value}, which is not one of its parameters.");
            }
        }
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

    /// <summary>Title of a run, such as "SMA crossover 20/50".</summary>
    public string Title(StrategyParameters parameters)
    {
        var values = Parameters.Format(parameters);
        return Placeholder().Replace(_title, match => values[match.Groups[1].Value]);
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

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}
