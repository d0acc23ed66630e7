using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Candles;

/// <summary>Morning star.</summary>
[Indicator("morning_star", "Morning star", IndicatorGroup.Candle, Inputs = PriceFields.Prices, Place = ChartPlace.Marks,
    Formula = "long black; short with a body gap down; white, longer than short, closing above the first close + penetration x its body",
    Says = "A long black bar, a small one gapping down, a white one back into the first: bullish.",
    Source = "Nison, Japanese Candlestick Charting Techniques; thresholds as in TA-Lib")]
public sealed class MorningStar : Indicator<MorningStarParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("cdl_MORNINGSTAR[_{penetration}]", "Morning star", OutputUnit.Pattern)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => PatternReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, MorningStarParameters parameters, in OutputColumns outputs)
    {
        var candles = new CandleShapes(bars);
        var result = outputs[0];
        int start = parameters.WarmUpBars;
        var first = new Trailing<UsualBody>(candles, start - 2);
        var second = new Trailing<UsualBody>(candles, start - 1);
        var third = new Trailing<UsualBody>(candles, start);
        for (int i = start; i < result.Length; i++)
        {
            double size = candles.Body(i - 2);
            bool isStar = (size > first.Threshold) & candles.IsBlack(i - 2) & (candles.Body(i - 1) <= second.Threshold) & candles.GapsDown(i - 1)
                & (candles.Body(i) > third.Threshold) & candles.IsWhite(i) & (candles.Close(i) > candles.Close(i - 2) + (size * parameters.Penetration));
            result[i] = isStar ? 100 : 0;
            first.Leave(candles, i - 2);
            second.Leave(candles, i - 1);
            third.Leave(candles, i);
        }
    }
}

/// <summary>Parameters of <see cref="MorningStar"/>.</summary>
public sealed record MorningStarParameters() : CandleParameters(12)
{
    /// <summary>How deep into the first body the last bar must close, as a fraction of it.</summary>
    [Range(0.01, 1), Display(Name = "Penetration", Description = "How deep into the first body the last bar must close, as a fraction of it.")]
    public double Penetration { get; init; } = 0.3;
}
