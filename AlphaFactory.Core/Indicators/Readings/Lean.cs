namespace AlphaFactory.Core.Indicators.Readings;

/// <summary>Which way a measure points. It describes what has been; it does not say what will be.</summary>
public enum Lean
{
    /// <summary>The measure has no direction, such as a width.</summary>
    None,

    /// <summary>Price, volume or strength has been rising by this measure.</summary>
    Up,

    /// <summary>Price, volume or strength has been falling by this measure.</summary>
    Down,

    /// <summary>It could point either way but does not now: its parts disagree or stand level.</summary>
    Mixed,
}
