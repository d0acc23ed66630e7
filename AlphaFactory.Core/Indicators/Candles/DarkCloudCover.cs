using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Candles;

/// <summary>Dark cloud cover.</summary>
[Indicator("dark_cloud_cover", "Dark cloud cover", IndicatorGroup.Candle, Inputs = PriceFields.Prices, Place = ChartPlace.Marks,
    Formula = "long white, then black: open above its high, close inside its body, deeper than the penetration",
    Says = "A black bar that opens above the high of a long white one and closes deep in its body: bearish.",
    Source = "Nison, Japanese Candlestick Charting Techniques; thresholds as in TA-Lib")]
public sealed class DarkCloudCover : Indicator<DarkCloudCoverParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("cdl_DARKCLOUDCOVER[_{penetration}]", "Dark cloud cover", OutputUnit.Pattern)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => PatternReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, DarkCloudCoverParameters parameters, in OutputColumns outputs)
    {
        var candles = new CandleShapes(bars);
        var result = outputs[0];
        int start = parameters.WarmUpBars;
        var bodyBefore = new Trailing<UsualBody>(candles, start - 1);
        for (int i = start; i < result.Length; i++)
        {
            double sizeBefore = candles.Body(i - 1);
            bool covers = candles.IsWhite(i - 1) & (sizeBefore > bodyBefore.Threshold) & candles.IsBlack(i) & (candles.Open(i) > candles.High(i - 1))
                & (candles.Close(i) > candles.Open(i - 1)) & (candles.Close(i) < candles.Close(i - 1) - (sizeBefore * parameters.Penetration));
            result[i] = covers ? -100 : 0;
            bodyBefore.Leave(candles, i - 1);
        }
    }
}

/// <summary>Parameters of <see cref="DarkCloudCover"/>.</summary>
public sealed record DarkCloudCoverParameters() : CandleParameters(11)
{
    /// <summary>How deep into the first body the last bar must close, as a fraction of it.</summary>
    [Range(0.01, 1), Display(Name = "Penetration", Description = "How deep into the first body the last bar must close, as a fraction of it.")]
    public double Penetration { get; init; } = 0.5;
}
