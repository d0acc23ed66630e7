namespace AlphaFactory.Web.Components.Marks;

/// <summary>The state a mark shows by its shape first and its colour second.</summary>
public enum MarkKind
{
    /// <summary>Neither good nor bad.</summary>
    Info,

    /// <summary>Holds; quiet on purpose.</summary>
    Pass,

    /// <summary>Doubtful.</summary>
    Unsure,

    /// <summary>Must be looked at.</summary>
    Serious,

    /// <summary>Does not hold.</summary>
    Fail,
}
