namespace AlphaFactory.Core.Rules.Answering;

/// <summary>Where the numbers of rules are found among the values of their parameters.</summary>
/// <param name="names">Names of the parameters, in the order of the values.</param>
internal sealed class RuleNumbers(string[] names)
{
    /// <summary>A number of the rules.</summary>
    public NumberAt Of(RuleNumber number) => new(number.Parameter is { } name ? PlaceOf(name) : -1, number.Value);

    /// <summary>A number that may be left out.</summary>
    /// <param name="number">The number; null for <paramref name="otherwise"/>.</param>
    /// <param name="otherwise">What counts where nothing is written.</param>
    public NumberAt Of(RuleNumber? number, double otherwise) => number is null ? new NumberAt(-1, otherwise) : Of(number);

    /// <summary>Places of the parameters an indicator depends on.</summary>
    public IEnumerable<int> PlacesOf(IndicatorSeries series) => series.Arguments.OfType<RuleNumber>().Select(number => number.Parameter).OfType<string>().Distinct().Select(PlaceOf);

    private int PlaceOf(string name) => Array.IndexOf(names, name) is >= 0 and var place ? place : throw new InvalidOperationException($"The rules name a parameter {name} that nobody gives a value for.");
}

/// <summary>A fixed number, or the place of a parameter.</summary>
/// <param name="Place">Its place among the values; negative for a fixed number.</param>
/// <param name="Fixed">The number that does not change.</param>
internal readonly record struct NumberAt(int Place, double Fixed)
{
    /// <summary>Places it depends on: one or none.</summary>
    public IEnumerable<int> Places => Place < 0 ? [] : [Place];

    /// <summary>The number.</summary>
    public double Of(ReadOnlySpan<double> values) => Place < 0 ? Fixed : values[Place];
}
