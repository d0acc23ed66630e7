using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Momentum;

/// <summary>Momentum: the change of price over n bars.</summary>
[Indicator("mom", "Momentum", IndicatorGroup.Momentum, Levels = [0],
    Formula = "close[t] - close[t-n]",
    Says = "What was gained or lost over n bars, in price.",
    Source = "Achelis, Technical Analysis from A to Z")]
public sealed class Mom : Indicator<MomParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("mom_{period}", "Momentum", OutputUnit.Price)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => CenterReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, MomParameters parameters, in OutputColumns outputs)
    {
        var now = bars.Close[parameters.Period..];
        var then = bars.Close[..now.Length];
        var result = outputs[0][parameters.Period..][..now.Length];
        for (int i = 0; i < now.Length; i++)
        {
            result[i] = now[i] - then[i];
        }
    }
}

/// <summary>Parameters of <see cref="Mom"/>.</summary>
public sealed record MomParameters : LagParameters;
