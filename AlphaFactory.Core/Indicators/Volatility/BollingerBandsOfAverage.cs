using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Indicators.Averages;
using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Volatility;

/// <summary>Bollinger bands about another average; the width stays the deviation about the simple one.</summary>
[Indicator("bb_average", "Bollinger bands of any average", IndicatorGroup.Volatility, Place = ChartPlace.Overlay,
    Formula = "middle = average(close); upper and lower = middle ± d x population deviation about the SMA",
    Says = "Bollinger bands whose middle is the average of your choice.",
    Source = "TA-Lib, BBANDS")]
public sealed class BollingerBandsOfAverage : Indicator<BollingerBandsOfAverageParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } =
    [
        new("bb_{average}_upper_{period}_{deviations}", "Upper band", OutputUnit.Price) { IsEdge = true },
        new("bb_{average}_middle_{period}_{deviations}", "Middle band", OutputUnit.Price),
        new("bb_{average}_lower_{period}_{deviations}", "Lower band", OutputUnit.Price) { IsEdge = true },
    ];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => BandReading.Of(input);

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Sources(BollingerBandsOfAverageParameters parameters) =>
        [MovingAverage.Column(parameters.Average, parameters.Period), $"stddev_{parameters.Period}"];

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, BollingerBandsOfAverageParameters parameters, in OutputColumns outputs)
    {
        ReadOnlySpan<double> average = bars.Source(0), deviation = bars.Source(1);
        Span<double> upper = outputs[0], middle = outputs[1], lower = outputs[2];
        for (int i = parameters.WarmUpBars; i < upper.Length; i++)
        {
            double width = deviation[i] * parameters.Deviations;
            middle[i] = average[i];
            upper[i] = average[i] + width;
            lower[i] = average[i] - width;
        }
    }
}

/// <summary>Parameters of <see cref="BollingerBandsOfAverage"/>.</summary>
public sealed record BollingerBandsOfAverageParameters : BandParameters
{
    /// <summary>Which average is the middle.</summary>
    [Display(Name = "Average", Description = "Kind of the middle line.")]
    public AverageKind Average { get; init; } = AverageKind.Ema;

    /// <inheritdoc/>
    public override int WarmUpBars => MovingAverage.WarmUp(Average, Period);
}
