using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Indicators.Volatility;

/// <summary>Bollinger bands about a simple average.</summary>
[Indicator("bb", "Bollinger bands", IndicatorGroup.Volatility, Place = ChartPlace.Overlay,
    Formula = "middle = SMA(close); upper and lower = middle ± d x population deviation of the same closes",
    Says = "A band as wide as price usually strays. Narrow bands say quiet before movement; a close outside says unusual, not wrong.",
    Source = "Bollinger, Bollinger on Bollinger Bands (2001)")]
public sealed class BollingerBands : Indicator<BollingerBandsParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } =
    [
        new("bb_upper_{period}_{deviations}", "Upper band", OutputUnit.Price) { IsEdge = true },
        new("bb_middle_{period}_{deviations}", "Middle band", OutputUnit.Price),
        new("bb_lower_{period}_{deviations}", "Lower band", OutputUnit.Price) { IsEdge = true },
    ];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => BandReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, BollingerBandsParameters parameters, in OutputColumns outputs)
    {
        var window = new RollingVariance(bars.Close, parameters.Period);
        while (window.Next())
        {
            int from = window.From, count = window.Count;
            Span<double> upper = outputs[0].Slice(from, count), middle = outputs[1].Slice(from, count), lower = outputs[2].Slice(from, count);
            window.Write(middle, upper);
            SquareRoots.Write(upper, parameters.Deviations, upper);
            for (int i = 0; i < count; i++)
            {
                double width = upper[i];
                upper[i] = middle[i] + width;
                lower[i] = middle[i] - width;
            }
        }
    }
}

/// <summary>Parameters of <see cref="BollingerBands"/>.</summary>
public sealed record BollingerBandsParameters : BandParameters;
