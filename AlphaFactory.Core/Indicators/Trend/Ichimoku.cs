using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Indicators.Averages;
using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Parameters;

namespace AlphaFactory.Core.Indicators.Trend;

/// <summary>Ichimoku kinko hyo.</summary>
[Indicator("ichimoku", "Ichimoku", IndicatorGroup.Trend, Inputs = PriceFields.HighLow, Place = ChartPlace.Overlay,
    Formula = "conversion, base and span B source = middle of the range of 9, 26 and 52 bars; span A = mean of conversion and base; both spans as they stand under this bar, made 26 bars before",
    Says = "Price above the cloud of the two spans is an uptrend, below it a downtrend, inside it neither. The lagging line is the close drawn 26 bars back: compare the close with the close 26 bars ago.",
    Source = "Hosoda (1969); Patel, Trading with Ichimoku Clouds (2010)")]
public sealed class Ichimoku : Indicator<IchimokuParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } =
    [
        new("ichimoku_conversion_{conversion}_{base}_{span}", "Conversion line", OutputUnit.Price),
        new("ichimoku_base_{conversion}_{base}_{span}", "Base line", OutputUnit.Price),
        new("ichimoku_span_a_{conversion}_{base}_{span}", "Leading span A", OutputUnit.Price) { IsEdge = true },
        new("ichimoku_span_b_{conversion}_{base}_{span}", "Leading span B", OutputUnit.Price) { IsEdge = true },
    ];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input)
    {
        double top = Math.Max(input.Now(2), input.Now(3)), bottom = Math.Min(input.Now(2), input.Now(3));
        string lines = CrossingReading.Of(input, first: 0, second: 1).Words;
        return input.Close > top ? new($"Price is {AverageReading.Distance(input.Close, top)} the cloud. {lines}", Lean.Up)
            : input.Close < bottom ? new($"Price is {AverageReading.Distance(input.Close, bottom)} the cloud. {lines}", Lean.Down)
            : new($"Price is inside the cloud. {lines}", Lean.Mixed);
    }

    /// <inheritdoc/>
    protected override int ScratchLength(IchimokuParameters parameters, int bars) => bars;

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, IchimokuParameters parameters, in OutputColumns outputs)
    {
        int shift = parameters.Base;
        Span<double> conversion = outputs[0], middle = outputs[1], spanA = outputs[2], spanB = outputs[3];
        MidPoint.Write(bars.High, bars.Low, parameters.Conversion, conversion);
        MidPoint.Write(bars.High, bars.Low, parameters.Base, middle);
        for (int i = parameters.WarmUpBarsOf(2); i < spanA.Length; i++)
        {
            spanA[i] = (conversion[i - shift] + middle[i - shift]) / 2;
        }

        if (spanB.Length > shift)
        {
            MidPoint.Write(bars.High[..^shift], bars.Low[..^shift], parameters.Span, spanB[shift..]);
        }
    }
}

/// <summary>Parameters of <see cref="Ichimoku"/>.</summary>
public sealed record IchimokuParameters : IndicatorParameters
{
    /// <summary>Bars of the conversion line.</summary>
    [Range(2, 1000), Unit("bars"), Sweep(5, 15, 1), Display(Name = "Conversion", Description = "Bars of the conversion line.")]
    public int Conversion { get; init; } = 9;

    /// <summary>Bars of the base line, and how far the spans are drawn ahead.</summary>
    [Range(2, 1000), Unit("bars"), Sweep(15, 40, 5), Display(Name = "Base", Description = "Bars of the base line; the spans are drawn as many bars ahead.")]
    public int Base { get; init; } = 26;

    /// <summary>Bars of span B.</summary>
    [Range(2, 1000), Unit("bars"), Sweep(30, 80, 10), Display(Name = "Span", Description = "Bars of leading span B.")]
    public int Span { get; init; } = 52;

    /// <inheritdoc/>
    public override int WarmUpBars => Enumerable.Range(0, 4).Max(WarmUpBarsOf);

    /// <inheritdoc/>
    public override int WarmUpBarsOf(int output) => output switch
    {
        0 => Conversion - 1,
        1 => Base - 1,
        2 => Math.Max(Conversion, Base) - 1 + Base,
        _ => Span - 1 + Base,
    };
}
