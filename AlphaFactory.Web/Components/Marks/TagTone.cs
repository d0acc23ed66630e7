namespace AlphaFactory.Web.Components.Marks;

/// <summary>What a tag's colour says.</summary>
public enum TagTone
{
    /// <summary>A plain fact.</summary>
    Plain,

    /// <summary>Chosen or recommended.</summary>
    Accent,

    /// <summary>Doubtful.</summary>
    Warning,

    /// <summary>Failed.</summary>
    Danger,

    /// <summary>Best of its kind.</summary>
    Best,
}
