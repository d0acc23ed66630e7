using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Parameters;

namespace AlphaFactory.Core.Indicators;

/// <summary>Base of the records with a fast and a slow average.</summary>
public abstract record FastSlowParameters : IndicatorParameters, IValidatableObject
{
    /// <summary>Sets the defaults.</summary>
    protected FastSlowParameters(int fast = 12, int slow = 26) => (Fast, Slow) = (fast, slow);

    /// <summary>Bars of the fast average.</summary>
    [Range(2, 1000), Unit("bars"), Sweep(5, 20, 1), Display(Name = "Fast", Description = "Bars in the average that reacts first.")]
    public int Fast { get; init; }

    /// <summary>Bars of the slow average.</summary>
    [Range(2, 2000), Unit("bars"), Sweep(20, 60, 2), Display(Name = "Slow", Description = "Bars in the average that reacts last.")]
    public int Slow { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Fast >= Slow)
        {
            yield return new ValidationResult($"fast is {Fast} and slow is {Slow}, but fast must be below slow. Lower fast or raise slow.", [nameof(Fast), nameof(Slow)]);
        }
    }
}
