namespace AlphaFactory.Core.Screener;

/// <summary>How two values must stand to each other.</summary>
public enum ScreenRelation
{
    /// <summary>Less than.</summary>
    Below,

    /// <summary>Less than or equal.</summary>
    AtMost,

    /// <summary>Greater than.</summary>
    Above,

    /// <summary>Greater than or equal.</summary>
    AtLeast,

    /// <summary>Exactly equal.</summary>
    Equal,

    /// <summary>Not exactly equal.</summary>
    NotEqual,
}

/// <summary>Spelling and meaning of relations.</summary>
public static class ScreenRelations
{
    /// <summary>Every relation as it is written.</summary>
    public static IReadOnlyList<(ScreenRelation Relation, string Text)> All { get; } =
    [
        (ScreenRelation.Below, "<"), (ScreenRelation.AtMost, "<="), (ScreenRelation.Above, ">"),
        (ScreenRelation.AtLeast, ">="), (ScreenRelation.Equal, "="), (ScreenRelation.NotEqual, "!="),
    ];

    /// <summary>The relation as it is written.</summary>
    public static string Text(this ScreenRelation relation) => All[(int)relation].Text;

    /// <summary>The relation of a spelling, or null.</summary>
    public static ScreenRelation? Parse(string text)
    {
        foreach (var (relation, spelling) in All)
        {
            if (spelling == text)
            {
                return relation;
            }
        }

        return null;
    }

    /// <summary>Whether two finite values stand like this.</summary>
    public static bool Holds(this ScreenRelation relation, double left, double right) => relation switch
    {
        ScreenRelation.Below => left < right,
        ScreenRelation.AtMost => left <= right,
        ScreenRelation.Above => left > right,
        ScreenRelation.AtLeast => left >= right,
        ScreenRelation.Equal => left == right,
        _ => left != right,
    };
}
