using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Sizing;

/// <summary>Base of a sizing rule: ties it to the record its parameters are declared in.</summary>
/// <typeparam name="TParameters">The parameters record.</typeparam>
public abstract class Sizing<TParameters> : ISizing
    where TParameters : SizingParameters, new()
{
    /// <inheritdoc/>
    public virtual IReadOnlyList<RuleCode> Codes => [];

    /// <inheritdoc/>
    public double[] Measure(BarSeries bars, SizingParameters parameters) => Measure(bars, (TParameters)parameters);

    /// <inheritdoc/>
    public SizingAnswer Size(in SizingFacts facts, SizingParameters parameters) => Size(facts, (TParameters)parameters);

    /// <summary>What the rule measures; see <see cref="ISizing.Measure"/>.</summary>
    protected virtual double[] Measure(BarSeries bars, TParameters parameters) => [];

    /// <summary>The share of equity; see <see cref="ISizing.Size"/>.</summary>
    protected abstract SizingAnswer Size(in SizingFacts facts, TParameters parameters);

    /// <summary>A share held between 0 and the largest allowed.</summary>
    protected static SizingAnswer Within(in SizingFacts facts, double share) => new SizingAnswer.Sized(Math.Clamp(share, 0, facts.Largest));
}
