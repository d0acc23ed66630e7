using System.Numerics;
using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Momentum;

/// <summary>Rate of change in per cent.</summary>
[Indicator("roc", "Rate of change", IndicatorGroup.Momentum, Levels = [0],
    Formula = "100 (close[t] / close[t-n] - 1); 0 when close[t-n] is 0",
    Says = "What was gained or lost over n bars, in per cent.",
    Source = "Achelis, Technical Analysis from A to Z")]
public sealed class Roc : Indicator<RocParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("roc_{period}", "ROC", OutputUnit.Points)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => CenterReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, RocParameters parameters, in OutputColumns outputs)
    {
        var now = bars.Close[parameters.Period..];
        var then = bars.Close[..now.Length];
        var result = outputs[0][parameters.Period..][..now.Length];
        int i = 0;
        for (; i <= now.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var origin = new Vector<double>(then[i..]);
            var change = ((new Vector<double>(now[i..]) / origin) - Vector<double>.One) * 100;
            Vector.AndNot(change, Vector.Equals(origin, Vector<double>.Zero).As<long, double>()).CopyTo(result[i..]);
        }

        for (; i < now.Length; i++)
        {
            result[i] = then[i] == 0 ? 0 : ((now[i] / then[i]) - 1) * 100;
        }
    }
}

/// <summary>Parameters of <see cref="Roc"/>.</summary>
public sealed record RocParameters : LagParameters;
