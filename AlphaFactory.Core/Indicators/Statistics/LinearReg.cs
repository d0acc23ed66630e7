using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Statistics;

/// <summary>Least-squares line through the last n closes: end, slope, start, angle and forecast.</summary>
[Indicator("linearreg", "Linear regression", IndicatorGroup.Statistic, Place = ChartPlace.Overlay,
    Formula = "least squares of close on x = 0 … n-1; value at n-1, slope, value at 0, slope in degrees, value at n (TSF)",
    Says = "The straight line that fits the last n closes best. TSF is the line one bar ahead, made of past closes only; the slope is price a bar.",
    Source = "ordinary least squares")]
public sealed class LinearReg : Indicator<LinearRegParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } =
    [
        new("linearreg_{period}", "Regression value", OutputUnit.Price),
        new("linearreg_slope_{period}", "Regression slope", OutputUnit.Price) { Place = ChartPlace.Panel },
        new("linearreg_intercept_{period}", "Regression start", OutputUnit.Price) { Place = ChartPlace.Nowhere },
        new("linearreg_angle_{period}", "Regression angle", OutputUnit.Degrees) { Place = ChartPlace.Panel },
        new("tsf_{period}", "Time series forecast", OutputUnit.Price),
    ];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input)
    {
        double slope = input.Now(1);
        string words = slope == 0 ? "The fitted line is level" : $"The fitted line {(slope > 0 ? "rises" : "falls")} by {ReadingText.Number(Math.Abs(slope))} a bar";
        return new($"{words}; price is {AverageReading.Distance(input.Close, input.Now(0))} it.", slope > 0 ? Lean.Up : slope < 0 ? Lean.Down : Lean.Mixed);
    }

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, LinearRegParameters parameters, in OutputColumns outputs)
    {
        int n = parameters.Period;
        var line = new RegressionWindow(bars.Close, n);
        Span<double> end = outputs[0], slope = outputs[1], start = outputs[2], angle = outputs[3], forecast = outputs[4];
        for (int i = n - 1; i < end.Length; i++)
        {
            line.MoveTo(i);
            end[i] = line.Intercept + (line.Slope * (n - 1));
            slope[i] = line.Slope;
            start[i] = line.Intercept;
            angle[i] = Math.Atan(line.Slope) * (180 / Math.PI);
            forecast[i] = line.Intercept + (line.Slope * n);
        }
    }
}

/// <summary>Parameters of <see cref="LinearReg"/>.</summary>
public sealed record LinearRegParameters() : PeriodParameters(14);
