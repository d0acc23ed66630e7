using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Indicators.Averages;
using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Parameters;

namespace AlphaFactory.Core.Indicators.Momentum;

/// <summary>MACD with any moving average.</summary>
[Indicator("macdext", "MACD of any average", IndicatorGroup.Momentum, Levels = [0],
    Formula = "macd = fast - slow average; signal = the same kind of average of macd; histogram = macd - signal",
    Says = "MACD with the average of your choice; with exponential ones each starts on its own bar, so it differs from MACD at the start.",
    Source = "TA-Lib, MACDEXT")]
public sealed class MacdExt : Indicator<MacdExtParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } =
    [
        new("macdext_{average}_{fast}_{slow}_{signal}", "MACD", OutputUnit.Price),
        new("macdext_{average}_signal_{fast}_{slow}_{signal}", "MACD signal", OutputUnit.Price),
        new("macdext_{average}_hist_{fast}_{slow}_{signal}", "MACD histogram", OutputUnit.Price) { IsHistogram = true },
    ];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => CrossingReading.Of(input, first: 0, second: 1, zero: true);

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Sources(MacdExtParameters parameters) =>
        [MovingAverage.Column(parameters.Average, parameters.Fast), MovingAverage.Column(parameters.Average, parameters.Slow)];

    /// <inheritdoc/>
    protected override int ScratchLength(MacdExtParameters parameters, int bars) => bars;

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, MacdExtParameters parameters, in OutputColumns outputs)
    {
        ReadOnlySpan<double> fast = bars.Source(0), slow = bars.Source(1);
        Span<double> line = outputs[0], signal = outputs[1], histogram = outputs[2];
        int start = MovingAverage.WarmUp(parameters.Average, parameters.Slow);
        for (int i = start; i < line.Length; i++)
        {
            line[i] = fast[i] - slow[i];
        }

        MovingAverage.Write(parameters.Average, line[start..], parameters.Signal, signal[start..], outputs.Scratch);
        line[start..parameters.WarmUpBars].Fill(double.NaN);
        for (int i = parameters.WarmUpBars; i < line.Length; i++)
        {
            histogram[i] = line[i] - signal[i];
        }
    }
}

/// <summary>Parameters of <see cref="MacdExt"/>.</summary>
public sealed record MacdExtParameters : FastSlowParameters
{
    /// <summary>Bars of the signal line's average.</summary>
    [Range(2, 1000), Unit("bars"), Sweep(5, 15, 1), Display(Name = "Signal", Description = "Bars in the average of the MACD line.")]
    public int Signal { get; init; } = 9;

    /// <summary>Which average.</summary>
    [Display(Name = "Average", Description = "Kind of all three averages.")]
    public AverageKind Average { get; init; } = AverageKind.Sma;

    /// <inheritdoc/>
    public override int WarmUpBars => MovingAverage.WarmUp(Average, Slow) + MovingAverage.WarmUp(Average, Signal);
}
