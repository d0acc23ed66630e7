namespace AlphaFactory.Core.Indicators.Cycles;

/// <summary>Base of the records of the cycle indicators, which have nothing to set.</summary>
public abstract record HilbertParameters : IndicatorParameters
{
    /// <summary>Bar at which the loop of the quick cycle indicators starts.</summary>
    internal const int ShortStart = 12;

    /// <summary>Bar at which the loop of the slow cycle indicators starts.</summary>
    internal const int LongStart = 37;

    private readonly int _warmUpBars;

    /// <summary>Sets the warm-up.</summary>
    protected HilbertParameters(int warmUpBars) => _warmUpBars = warmUpBars;

    /// <inheritdoc/>
    public override int WarmUpBars => _warmUpBars;
}
