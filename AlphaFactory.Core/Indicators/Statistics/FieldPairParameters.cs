using System.ComponentModel.DataAnnotations;

namespace AlphaFactory.Core.Indicators.Statistics;

/// <summary>Base of the records that compare two columns of the bar.</summary>
public abstract record FieldPairParameters : PeriodParameters
{
    /// <summary>Sets the defaults.</summary>
    protected FieldPairParameters(int period, PriceField first, PriceField second)
        : base(period) => (First, Second) = (first, second);

    /// <summary>First column.</summary>
    [Display(Name = "First", Description = "Column of the bar that comes first.")]
    public PriceField First { get; init; }

    /// <summary>Second column.</summary>
    [Display(Name = "Second", Description = "Column of the bar that comes second.")]
    public PriceField Second { get; init; }

    /// <summary>Both columns as a set.</summary>
    internal PriceFields Fields => (PriceFields)(1 << (int)First) | (PriceFields)(1 << (int)Second);
}
