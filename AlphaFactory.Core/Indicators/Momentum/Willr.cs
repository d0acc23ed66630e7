using System.Numerics;
using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Indicators.Momentum;

/// <summary>Williams %R.</summary>
[Indicator("willr", "Williams %R", IndicatorGroup.Momentum, Inputs = PriceFields.HighLowClose, Levels = [-80, -20],
    Formula = "-100 (HH - close) / (HH - LL) over n bars; 0 when HH is LL",
    Says = "Where the close stands in the range of n bars: 0 at the top, -100 at the bottom.",
    Source = "Williams, How I Made One Million Dollars Last Year Trading Commodities (1973)")]
public sealed class Willr : Indicator<WillrParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("willr_{period}", "Williams %R", OutputUnit.Points)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => OscillatorReading.Of(input);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, WillrParameters parameters, in OutputColumns outputs)
    {
        Span<double> lowest = stackalloc double[RollingExtreme.BlockLength];
        for (int from = parameters.Period - 1; from < bars.Count; from += RollingExtreme.BlockLength)
        {
            var block = outputs[0].Slice(from, Math.Min(RollingExtreme.BlockLength, bars.Count - from));
            var close = bars.Close.Slice(from, block.Length);
            RollingExtreme.MaximumBlock(bars.High, parameters.Period, from, block);
            RollingExtreme.MinimumBlock(bars.Low, parameters.Period, from, lowest[..block.Length]);
            int i = 0;
            for (; i <= block.Length - Vector<double>.Count; i += Vector<double>.Count)
            {
                var top = new Vector<double>(block[i..]);
                var range = top - new Vector<double>(lowest[i..]);
                var place = (top - new Vector<double>(close[i..])) / range * -100;
                Vector.AndNot(place, Vector.Equals(range, Vector<double>.Zero).As<long, double>()).CopyTo(block[i..]);
            }

            for (; i < block.Length; i++)
            {
                double range = block[i] - lowest[i];
                block[i] = range == 0 ? 0 : (block[i] - close[i]) / range * -100;
            }
        }
    }
}

/// <summary>Parameters of <see cref="Willr"/>.</summary>
public sealed record WillrParameters() : PeriodParameters(14);
