namespace AlphaFactory.Core.Registration;

/// <summary>A reason a rule can give, declared beside the rule that gives it. The ids stand in files, events and alerts for ever.</summary>
/// <param name="Id">Lower-kebab id, stable for ever and unique among all rules.</param>
/// <param name="Meaning">What happened, in words.</param>
/// <param name="Unit">Unit of the numbers that come with it.</param>
public sealed record RuleCode(string Id, string Meaning, RuleUnit Unit);

/// <summary>Unit of the numbers that come with a <see cref="RuleCode"/>.</summary>
public enum RuleUnit
{
    /// <summary>No number: something was not known.</summary>
    None,

    /// <summary>A fraction of equity.</summary>
    Fraction,

    /// <summary>A count.</summary>
    Count,

    /// <summary>An amount of money.</summary>
    Money,

    /// <summary>Seconds.</summary>
    Seconds,

    /// <summary>A multiple of equity.</summary>
    Multiple,
}
