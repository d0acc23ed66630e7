namespace AlphaFactory.Core.Rules;

/// <summary>How two values must stand to each other.</summary>
public enum Relation
{
    /// <summary>Less than.</summary>
    Below,

    /// <summary>Less than or equal.</summary>
    AtMost,

    /// <summary>Greater than.</summary>
    Above,

    /// <summary>Greater than or equal.</summary>
    AtLeast,

    /// <summary>Exactly equal, to the last digit.</summary>
    Equal,

    /// <summary>Not exactly equal.</summary>
    NotEqual,

    /// <summary>Greater now and not greater on the bar before.</summary>
    CrossesAbove,

    /// <summary>Less now and not less on the bar before.</summary>
    CrossesBelow,
}

/// <summary>Spelling of relations.</summary>
public static class RelationText
{
    /// <summary>Every relation as it is written.</summary>
    public static IReadOnlyList<(Relation Relation, string Text)> All { get; } =
    [
        (Relation.Below, "<"), (Relation.AtMost, "<="), (Relation.Above, ">"), (Relation.AtLeast, ">="), (Relation.Equal, "="), (Relation.NotEqual, "!="),
        (Relation.CrossesAbove, "crosses above"), (Relation.CrossesBelow, "crosses below"),
    ];

    /// <summary>The relation as it is written.</summary>
    public static string Of(Relation relation) => All[(int)relation].Text;

    /// <summary>True when the bar before counts, too.</summary>
    public static bool IsCross(this Relation relation) => relation is Relation.CrossesAbove or Relation.CrossesBelow;
}
