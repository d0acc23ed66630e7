using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Indicators.Averages;
using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Parameters;

namespace AlphaFactory.Core.Indicators.Volatility;

/// <summary>Keltner channel in its modern form.</summary>
[Indicator("keltner", "Keltner channel", IndicatorGroup.Volatility, Inputs = PriceFields.HighLowClose, Place = ChartPlace.Overlay,
    Formula = "middle = EMA(close); upper and lower = middle ± m x ATR",
    Says = "A band as wide as price usually moves. Bollinger bands inside it are a squeeze.",
    Source = "Keltner (1960), as changed by Raschke: exponential average and ATR")]
public sealed class Keltner : Indicator<KeltnerParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } =
    [
        new("keltner_upper_{period}_{range_period}_{multiplier}", "Keltner top", OutputUnit.Price) { IsEdge = true },
        new("keltner_middle_{period}_{range_period}_{multiplier}", "Keltner middle", OutputUnit.Price),
        new("keltner_lower_{period}_{range_period}_{multiplier}", "Keltner bottom", OutputUnit.Price) { IsEdge = true },
    ];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => BandReading.Of(input);

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Sources(KeltnerParameters parameters) => [$"atr_{parameters.RangePeriod}"];

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, KeltnerParameters parameters, in OutputColumns outputs)
    {
        var range = bars.Source(0);
        Span<double> upper = outputs[0], middle = outputs[1], lower = outputs[2];
        Ema.Write(bars.Close, parameters.Period, middle);
        middle[..parameters.WarmUpBars].Fill(double.NaN);
        for (int i = parameters.WarmUpBars; i < upper.Length; i++)
        {
            double width = parameters.Multiplier * range[i];
            upper[i] = middle[i] + width;
            lower[i] = middle[i] - width;
        }
    }
}

/// <summary>Parameters of <see cref="Keltner"/>.</summary>
public sealed record KeltnerParameters() : PeriodParameters(20)
{
    /// <summary>Bars of the ATR.</summary>
    [Range(2, 1000), Unit("bars"), Sweep(5, 20, 5), Display(Name = "ATR period", Description = "Bars of the average true range.")]
    public int RangePeriod { get; init; } = 10;

    /// <summary>Half width in ATR.</summary>
    [Range(0.1, 20), Sweep(1, 3, 0.5), Display(Name = "Multiplier", Description = "Average true ranges from the middle to either side.")]
    public double Multiplier { get; init; } = 2;

    /// <inheritdoc/>
    public override int WarmUpBars => Math.Max(Period - 1, RangePeriod);
}
