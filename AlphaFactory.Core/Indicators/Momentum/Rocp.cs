using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Momentum;

/// <summary>Rate of change as a fraction.</summary>
[Indicator("rocp", "Rate of change, fraction", IndicatorGroup.Momentum, Levels = [0],
    Formula = "(close[t] - close[t-n]) / close[t-n]; 0 when close[t-n] is 0",
    Says = "The return over n bars.",
    Source = "TA-Lib, ROCP")]
public sealed class Rocp : Indicator<RocpParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("rocp_{period}", "ROCP", OutputUnit.Fraction)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => CenterReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, RocpParameters parameters, in OutputColumns outputs)
    {
        var now = bars.Close[parameters.Period..];
        var then = bars.Close[..now.Length];
        var result = outputs[0][parameters.Period..][..now.Length];
        for (int i = 0; i < now.Length; i++)
        {
            result[i] = then[i] == 0 ? 0 : (now[i] - then[i]) / then[i];
        }
    }
}

/// <summary>Parameters of <see cref="Rocp"/>.</summary>
public sealed record RocpParameters : LagParameters;
