namespace AlphaFactory.Core.Parameters;

/// <summary>A declaration of parameters as a form sees it, whatever record the values end up in.</summary>
public interface IParameterSchema
{
    /// <summary>The parameters in the order of their declaration.</summary>
    IReadOnlyList<ParameterDefinition> Definitions { get; }

    /// <summary>Every fault of text values by snake_case name; an absent one takes its default. Empty when all is well.</summary>
    IReadOnlyList<string> Faults(IReadOnlyDictionary<string, string> values);
}
