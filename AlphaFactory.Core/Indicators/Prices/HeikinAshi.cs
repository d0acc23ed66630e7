using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Prices;

/// <summary>Heikin-Ashi candles.</summary>
[Indicator("heikin_ashi", "Heikin-Ashi", IndicatorGroup.Price, Inputs = PriceFields.Prices, Place = ChartPlace.Overlay,
    Formula = "close = mean of the four prices; open = mean of open and close of the candle before, at first (open + close) / 2; high and low the extremes with these",
    Says = "Candles smoothed so that a trend shows as one colour. Their prices are not prices anyone traded at: never fill orders on them.",
    Source = "Valcu, Using the Heikin-Ashi Technique, Stocks and Commodities 22 (2004)")]
public sealed class HeikinAshi : Indicator<NoParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } =
    [
        new("ha_open", "Heikin-Ashi open", OutputUnit.Price),
        new("ha_high", "Heikin-Ashi high", OutputUnit.Price),
        new("ha_low", "Heikin-Ashi low", OutputUnit.Price),
        new("ha_close", "Heikin-Ashi close", OutputUnit.Price),
    ];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input)
    {
        int bars = Streak.Of(input[3], input[0]);
        return bars == 0
            ? new("The candle has no body.", Lean.Mixed)
            : new($"{(input.Now(3) > input.Now(0) ? "Rising" : "Falling")} candles {ReadingText.For(bars)}.", input.Now(3) > input.Now(0) ? Lean.Up : Lean.Down);
    }

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, NoParameters parameters, in OutputColumns outputs)
    {
        ReadOnlySpan<double> open = bars.Open, high = bars.High, low = bars.Low, close = bars.Close;
        Span<double> opens = outputs[0], highs = outputs[1], lows = outputs[2], closes = outputs[3];
        double start = (open[0] + close[0]) / 2;
        for (int i = 0; i < close.Length; i++)
        {
            double end = (open[i] + high[i] + low[i] + close[i]) / 4;
            opens[i] = start;
            closes[i] = end;
            highs[i] = Math.Max(high[i], Math.Max(start, end));
            lows[i] = Math.Min(low[i], Math.Min(start, end));
            start = (start + end) / 2;
        }
    }
}
