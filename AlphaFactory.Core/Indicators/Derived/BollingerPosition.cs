using System.Globalization;
using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Indicators.Volatility;

namespace AlphaFactory.Core.Indicators.Derived;

/// <summary>Where the close stands in its Bollinger bands, and how wide they are.</summary>
[Indicator("bb_position", "Bollinger position and width", IndicatorGroup.Derived, Levels = [0, 1],
    Formula = "position (%B) = (close - lower) / (upper - lower); width = (upper - lower) / middle; no position while the bands have no width",
    Says = "Position 1 is the upper band, 0 the lower, beyond is outside. A width lower than for months is a squeeze.",
    Source = "Bollinger, Bollinger on Bollinger Bands (2001)")]
public sealed class BollingerPosition : Indicator<BollingerPositionParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } =
    [
        new("bb_position_{period}_{deviations}", "Bollinger position", OutputUnit.Fraction),
        new("bb_width_{period}_{deviations}", "Bollinger width", OutputUnit.Fraction),
    ];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input)
    {
        double place = input.Now(0);
        var (share, count) = WidthReading.Rank(input[1]);
        string words = $"The close stands {ReadingText.Share(place)} of the way from the lower to the upper band. Width: {WidthReading.Words(share, count).ToLowerInvariant()}.";
        return new(words, place > 0.5 ? Lean.Up : place < 0.5 ? Lean.Down : Lean.Mixed, IsExtreme: place is > 1 or < 0);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Sources(BollingerPositionParameters parameters) =>
        [Band("upper", parameters), Band("middle", parameters), Band("lower", parameters)];

    private static string Band(string name, BollingerPositionParameters parameters) =>
        string.Create(CultureInfo.InvariantCulture, $"bb_{name}_{parameters.Period}_{parameters.Deviations}");

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, BollingerPositionParameters parameters, in OutputColumns outputs)
    {
        ReadOnlySpan<double> upper = bars.Source(0), middle = bars.Source(1), lower = bars.Source(2), close = bars.Close;
        Span<double> position = outputs[0], width = outputs[1];
        for (int i = parameters.WarmUpBars; i < position.Length; i++)
        {
            double range = upper[i] - lower[i];
            position[i] = range == 0 ? double.NaN : (close[i] - lower[i]) / range;
            width[i] = middle[i] == 0 ? double.NaN : range / middle[i];
        }
    }
}

/// <summary>Parameters of <see cref="BollingerPosition"/>.</summary>
public sealed record BollingerPositionParameters : BandParameters;
