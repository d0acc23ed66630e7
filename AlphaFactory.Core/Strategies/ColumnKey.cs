using AlphaFactory.Core.Indicators;

namespace AlphaFactory.Core.Strategies;

/// <summary>A column a strategy asks for, told by the numbers that make it. Equal keys are equal columns; to make one and to compare it allocates nothing.</summary>
/// <param name="Kind">Which indicator and which of its outputs.</param>
/// <param name="First">The first number it depends on.</param>
/// <param name="Second">The second; 0 where there is none.</param>
/// <param name="Third">The third; 0 where there is none.</param>
public readonly record struct ColumnKey(ColumnKind Kind, double First, double Second = 0, double Third = 0)
{
    /// <summary>The column.</summary>
    public IndicatorColumn Column => Kind.Of(this);
}
