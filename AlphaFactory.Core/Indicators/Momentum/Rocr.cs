using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Momentum;

/// <summary>Rate of change as a ratio.</summary>
[Indicator("rocr", "Rate of change, ratio", IndicatorGroup.Momentum, Levels = [1],
    Formula = "close[t] / close[t-n]; 0 when close[t-n] is 0",
    Says = "The growth factor over n bars.",
    Source = "TA-Lib, ROCR")]
public sealed class Rocr : Indicator<RocrParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("rocr_{period}", "ROCR", OutputUnit.Ratio)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => CenterReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, RocrParameters parameters, in OutputColumns outputs)
    {
        var now = bars.Close[parameters.Period..];
        var then = bars.Close[..now.Length];
        var result = outputs[0][parameters.Period..][..now.Length];
        for (int i = 0; i < now.Length; i++)
        {
            result[i] = then[i] == 0 ? 0 : now[i] / then[i];
        }
    }
}

/// <summary>Parameters of <see cref="Rocr"/>.</summary>
public sealed record RocrParameters : LagParameters;
