namespace AlphaFactory.Web.Features.Indicators;

/// <summary>Which readings the summary lists.</summary>
public enum ReadingFilter
{
    /// <summary>Every indicator.</summary>
    All,

    /// <summary>Those that point up.</summary>
    Up,

    /// <summary>Those that point down.</summary>
    Down,

    /// <summary>Those beyond a level or band.</summary>
    Extreme,
}
