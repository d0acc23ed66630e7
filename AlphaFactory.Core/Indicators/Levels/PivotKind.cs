namespace AlphaFactory.Core.Indicators.Levels;

/// <summary>How pivot levels are spaced.</summary>
public enum PivotKind
{
    /// <summary>Floor traders' levels.</summary>
    Classic,

    /// <summary>Levels at 38.2, 61.8 and 100 % of the range.</summary>
    Fibonacci,

    /// <summary>Levels about the close, at 1.1 twelfths, sixths and quarters of the range.</summary>
    Camarilla,

    /// <summary>Classic levels about a pivot that weighs the close double.</summary>
    Woodie,
}
