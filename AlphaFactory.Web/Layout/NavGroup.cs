namespace AlphaFactory.Web.Layout;

/// <summary>The parts of the rail, top to bottom.</summary>
public enum NavGroup
{
    /// <summary>Above all groups, without a heading.</summary>
    Top,

    /// <summary>Ideas and their runs.</summary>
    Research,

    /// <summary>Whether a result would last.</summary>
    Evidence,

    /// <summary>Prices.</summary>
    Market,

    /// <summary>What trades, and what keeps it in bounds.</summary>
    Trading,

    /// <summary>What was done and what came of it.</summary>
    Record,

    /// <summary>The machinery.</summary>
    System,
}
