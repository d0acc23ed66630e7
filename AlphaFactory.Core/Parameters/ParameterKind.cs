namespace AlphaFactory.Core.Parameters;

/// <summary>What kind of value a parameter takes, and so which input draws it.</summary>
public enum ParameterKind
{
    /// <summary>A whole number.</summary>
    WholeNumber,

    /// <summary>A number with fractions.</summary>
    Number,

    /// <summary>True or false.</summary>
    Switch,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>A calendar day.</summary>
    Date,
}
