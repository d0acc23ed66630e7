using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Statistics.Columns;

/// <summary>Registers a statistic of several figures.</summary>
/// <param name="id">snake_case id, stable for ever.</param>
/// <param name="name">What people read.</param>
/// <param name="formula">The formula in one line.</param>
public sealed class ColumnStatisticAttribute(string id, string name, string formula) : RegisteredAttribute(id, name)
{
    /// <summary>The formula in one line.</summary>
    public string Formula { get; } = formula;

    /// <summary>The convention taken where others differ; empty when there is no choice.</summary>
    public string Convention { get; init; } = "";
}
