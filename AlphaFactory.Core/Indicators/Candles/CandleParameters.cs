namespace AlphaFactory.Core.Indicators.Candles;

/// <summary>Base of the records of the candlestick patterns.</summary>
public abstract record CandleParameters : IndicatorParameters
{
    private readonly int _warmUpBars;

    /// <summary>Sets the warm-up: bars of the pattern before the last and those their averages need.</summary>
    protected CandleParameters(int warmUpBars) => _warmUpBars = warmUpBars;

    /// <inheritdoc/>
    public override int WarmUpBars => _warmUpBars;
}
