using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Statistics;

/// <summary>Registers a statistic and says how it is computed; pages show this on hover.</summary>
/// <param name="id">snake_case id, stable for ever.</param>
/// <param name="name">What people read.</param>
/// <param name="unit">What it is counted in.</param>
/// <param name="formula">The formula in one line.</param>
public sealed class StatisticAttribute(string id, string name, StatisticUnit unit, string formula) : RegisteredAttribute(id, name)
{
    /// <summary>What it is counted in.</summary>
    public StatisticUnit Unit { get; } = unit;

    /// <summary>The formula in one line.</summary>
    public string Formula { get; } = formula;

    /// <summary>The convention taken where others differ; empty when there is no choice.</summary>
    public string Convention { get; init; } = "";

    /// <summary>Where the formula comes from; empty for plain counting.</summary>
    public string Source { get; init; } = "";

    /// <summary>Where it is shown.</summary>
    public StatisticScope Scope { get; init; } = StatisticScope.Run;

    /// <summary>True when it has no value without a benchmark.</summary>
    public bool NeedsBenchmark { get; init; }

    /// <summary>The id on the sheet of a return series, where it names the convention; empty when it is <see cref="RegisteredAttribute.Id"/>.</summary>
    public string Alias { get; init; } = "";

    /// <summary>The id on the sheet of a return series.</summary>
    public string SheetId => Alias.Length > 0 ? Alias : Id;
}
