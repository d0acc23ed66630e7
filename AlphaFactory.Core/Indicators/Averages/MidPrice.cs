using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Averages;

/// <summary>Middle between the highest high and the lowest low of a window.</summary>
[Indicator("midprice", "Mid price", IndicatorGroup.Average, Inputs = PriceFields.HighLow, Place = ChartPlace.Overlay,
    Formula = "(highest high + lowest low) / 2",
    Says = "The middle of the range in which price has traded.",
    Source = "TA-Lib, MIDPRICE")]
public sealed class MidPrice : Indicator<MidPriceParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("midprice_{period}", "Mid price", OutputUnit.Price)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => AverageReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, MidPriceParameters parameters, in OutputColumns outputs) =>
        MidPoint.Write(bars.High, bars.Low, parameters.Period, outputs[0]);
}

/// <summary>Parameters of <see cref="MidPrice"/>.</summary>
public sealed record MidPriceParameters() : PeriodParameters(14);
