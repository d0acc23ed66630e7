using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Parameters;

namespace AlphaFactory.Core.Indicators.Momentum;

/// <summary>MACD as first published: 12 and 26 bars with weights rounded to 0.15 and 0.075.</summary>
[Indicator("macdfix", "MACD, fixed 12/26", IndicatorGroup.Momentum, Levels = [0],
    Formula = "as MACD(12, 26), with the weights 0.15 and 0.075 in place of 2/13 and 2/27",
    Says = "The MACD of charts drawn by hand; differs from MACD(12, 26) by little.",
    Source = "Appel (1979); TA-Lib, MACDFIX")]
public sealed class MacdFix : Indicator<MacdFixParameters>
{
    internal const int Fast = 12, Slow = 26;

    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } =
    [
        new("macdfix_{signal}", "MACD fixed", OutputUnit.Price),
        new("macdfix_signal_{signal}", "MACD fixed signal", OutputUnit.Price),
        new("macdfix_hist_{signal}", "MACD fixed histogram", OutputUnit.Price) { IsHistogram = true },
    ];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => CrossingReading.Of(input, first: 0, second: 1, zero: true);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, MacdFixParameters parameters, in OutputColumns outputs) =>
        Macd.Write(bars.Close, Fast, Slow, parameters.Signal, 0.15, 0.075, outputs);
}

/// <summary>Parameters of <see cref="MacdFix"/>.</summary>
public sealed record MacdFixParameters : IndicatorParameters
{
    /// <summary>Bars of the signal line's average.</summary>
    [Range(2, 1000), Unit("bars"), Sweep(5, 15, 1), Display(Name = "Signal", Description = "Bars in the average of the MACD line.")]
    public int Signal { get; init; } = 9;

    /// <inheritdoc/>
    public override int WarmUpBars => MacdFix.Slow + Signal - 2;
}
