using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Indicators.Volatility;

/// <summary>Donchian channel.</summary>
[Indicator("donchian", "Donchian channel", IndicatorGroup.Volatility, Inputs = PriceFields.HighLow, Place = ChartPlace.Overlay,
    Formula = "upper = highest high, lower = lowest low of n bars with this one, middle = their mean",
    Says = "The range of n bars. A new high of 20 bars is the turtles' entry; compare with the channel of the bar before.",
    Source = "Donchian; Faith, Way of the Turtle (2007)")]
public sealed class Donchian : Indicator<DonchianParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } =
    [
        new("donchian_upper_{period}", "Channel top", OutputUnit.Price) { IsEdge = true },
        new("donchian_middle_{period}", "Channel middle", OutputUnit.Price),
        new("donchian_lower_{period}", "Channel bottom", OutputUnit.Price) { IsEdge = true },
    ];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => BandReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, DonchianParameters parameters, in OutputColumns outputs)
    {
        Span<double> upper = outputs[0], middle = outputs[1], lower = outputs[2];
        RollingExtreme.Maximum(bars.High, parameters.Period, upper);
        RollingExtreme.Minimum(bars.Low, parameters.Period, lower);
        for (int i = parameters.WarmUpBars; i < upper.Length; i++)
        {
            middle[i] = (upper[i] + lower[i]) / 2;
        }
    }
}

/// <summary>Parameters of <see cref="Donchian"/>.</summary>
public sealed record DonchianParameters() : PeriodParameters(20);
