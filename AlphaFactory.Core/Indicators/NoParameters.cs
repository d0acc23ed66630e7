namespace AlphaFactory.Core.Indicators;

/// <summary>Parameters of an indicator that has nothing to set and a value on every bar.</summary>
public sealed record NoParameters : IndicatorParameters
{
    /// <inheritdoc/>
    public override int WarmUpBars => 0;
}
