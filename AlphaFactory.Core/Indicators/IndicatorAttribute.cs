using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Indicators;

/// <summary>Registers an indicator and says how it is computed and read.</summary>
/// <param name="id">snake_case id, stable for ever.</param>
/// <param name="name">What people read.</param>
/// <param name="group">What kind of question it answers.</param>
public sealed class IndicatorAttribute(string id, string name, IndicatorGroup group) : RegisteredAttribute(id, name)
{
    /// <summary>What kind of question it answers.</summary>
    public IndicatorGroup Group { get; } = group;

    /// <summary>Columns it reads, unless its parameters choose them.</summary>
    public PriceFields Inputs { get; init; } = PriceFields.Close;

    /// <summary>Where a chart draws it.</summary>
    public ChartPlace Place { get; init; }

    /// <summary>Levels a chart marks, such as 30 and 70.</summary>
    public double[] Levels { get; init; } = [];

    /// <summary>What it says, in words for a trader.</summary>
    public required string Says { get; init; }

    /// <summary>The formula in one line.</summary>
    public required string Formula { get; init; }

    /// <summary>Where the formula comes from.</summary>
    public required string Source { get; init; }

    /// <summary>
    /// Columns by which the sets of parameters most people use are named, one of each set, such as <c>sma_50</c> and <c>sma_200</c>; empty for
    /// the defaults alone.
    /// </summary>
    public string[] Usual { get; init; } = [];

    /// <summary>True for columns that other indicators are built on and that say nothing to a trader.</summary>
    public bool IsWorking { get; init; }

    /// <summary>True when the data, not only the parameters, decides which bar has the first value; it is never before the warm-up ends.</summary>
    public bool StartsWithData { get; init; }
}
