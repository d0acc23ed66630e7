using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Trend;

/// <summary>Aroon: how long ago the extremes of the window were.</summary>
[Indicator("aroon", "Aroon", IndicatorGroup.Trend, Inputs = PriceFields.HighLow, Levels = [30, 70], Usual = ["aroon_down_14", "aroon_down_25"],
    Formula = "up = 100 (n - bars since the highest high) / n, down the same for the lowest low, of bars t-n … t, the latest of equals; oscillator = up - down",
    Says = "Up near 100 with down near 0 is an uptrend that makes new highs; both low is a market that goes nowhere.",
    Source = "Chande, A Time Price Oscillator, Stocks and Commodities 13 (1995)")]
public sealed class Aroon : Indicator<AroonParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } =
    [
        new("aroon_down_{period}", "Aroon down", OutputUnit.Points),
        new("aroon_up_{period}", "Aroon up", OutputUnit.Points),
        new("aroonosc_{period}", "Aroon oscillator", OutputUnit.Points),
    ];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => CrossingReading.Of(input, first: 1, second: 0);

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, AroonParameters parameters, in OutputColumns outputs)
    {
        int n = parameters.Period;
        ReadOnlySpan<double> high = bars.High, low = bars.Low;
        Span<double> downs = outputs[0], ups = outputs[1], oscillator = outputs[2];
        double factor = 100.0 / n;
        int highest = -1, lowest = -1;
        for (int i = n; i < high.Length; i++)
        {
            highest = highest < i - n ? LatestHighest(high, i - n, i) : high[i] >= high[highest] ? i : highest;
            lowest = lowest < i - n ? LatestLowest(low, i - n, i) : low[i] <= low[lowest] ? i : lowest;
            ups[i] = factor * (n - (i - highest));
            downs[i] = factor * (n - (i - lowest));
            oscillator[i] = factor * (highest - lowest);
        }
    }

    private static int LatestHighest(ReadOnlySpan<double> values, int from, int to)
    {
        int place = from;
        for (int i = from + 1; i <= to; i++)
        {
            place = values[i] >= values[place] ? i : place;
        }

        return place;
    }

    private static int LatestLowest(ReadOnlySpan<double> values, int from, int to)
    {
        int place = from;
        for (int i = from + 1; i <= to; i++)
        {
            place = values[i] <= values[place] ? i : place;
        }

        return place;
    }
}

/// <summary>Parameters of <see cref="Aroon"/>.</summary>
public sealed record AroonParameters() : PeriodParameters(14)
{
    /// <inheritdoc/>
    public override int WarmUpBars => Period;
}
