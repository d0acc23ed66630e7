using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Levels;

/// <summary>Pivot points of the session before.</summary>
[Indicator("pivot", "Pivot points", IndicatorGroup.Level, Inputs = PriceFields.HighLowClose, Place = ChartPlace.Overlay, StartsWithData = true, Usual = ["pivot_classic_day", "pivot_fibonacci_day", "pivot_camarilla_day"],
    Formula = "of the last complete session's H, L, C: P = (H + L + C) / 3, Woodie (H + L + 2C) / 4; classic R1 = 2P - L, R2 = P + (H - L), R3 = H + 2 (P - L); Fibonacci P ± 0.382, 0.618, 1 x (H - L); Camarilla C ± 1.1 (H - L) / 12, 6, 4",
    Says = "Levels many watch: above the pivot buyers lead, the R levels are where rises pause, the S levels where falls do.",
    Source = "Person, A Complete Guide to Technical Trading Tactics (2004)")]
public sealed class PivotPoints : Indicator<PivotPointsParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } =
    [
        new("pivot_{kind}_{session}", "Pivot", OutputUnit.Price),
        new("pivot_r1_{kind}_{session}", "Resistance 1", OutputUnit.Price),
        new("pivot_r2_{kind}_{session}", "Resistance 2", OutputUnit.Price),
        new("pivot_r3_{kind}_{session}", "Resistance 3", OutputUnit.Price),
        new("pivot_s1_{kind}_{session}", "Support 1", OutputUnit.Price),
        new("pivot_s2_{kind}_{session}", "Support 2", OutputUnit.Price),
        new("pivot_s3_{kind}_{session}", "Support 3", OutputUnit.Price),
    ];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input)
    {
        double close = input.Close, below = double.NegativeInfinity, above = double.PositiveInfinity;
        string floor = "", ceiling = "";
        for (int level = 0; level < Outputs.Count; level++)
        {
            double price = input.Now(level);
            if (price <= close && price > below)
            {
                (below, floor) = (price, $"{input.Name(level)} {input.Text(level)}");
            }
            else if (price > close && price < above)
            {
                (above, ceiling) = (price, $"{input.Name(level)} {input.Text(level)}");
            }
        }

        var lean = close > input.Now(0) ? Lean.Up : close < input.Now(0) ? Lean.Down : Lean.Mixed;
        return floor.Length == 0 ? new($"Price is below every level, the nearest being {ceiling}.", lean, IsExtreme: true)
            : ceiling.Length == 0 ? new($"Price is above every level, the nearest being {floor}.", lean, IsExtreme: true)
            : new($"Price is between {floor} and {ceiling}.", lean);
    }

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, PivotPointsParameters parameters, in OutputColumns outputs)
    {
        Span<double> levels = stackalloc double[7];
        levels.Fill(double.NaN);
        double high = bars.High[0], low = bars.Low[0], close = bars.Close[0];
        int session = Sessions.Of(bars.Times[0], parameters.Session);
        for (int i = 1; i < bars.Count; i++)
        {
            int now = Sessions.Of(bars.Times[i], parameters.Session);
            if (now != session)
            {
                Write(parameters.Kind, high, low, close, levels);
                (session, high, low) = (now, bars.High[i], bars.Low[i]);
            }

            (high, low, close) = (Math.Max(high, bars.High[i]), Math.Min(low, bars.Low[i]), bars.Close[i]);
            for (int level = 0; level < levels.Length; level++)
            {
                outputs[level][i] = levels[level];
            }
        }
    }

    private static void Write(PivotKind kind, double high, double low, double close, Span<double> levels)
    {
        double range = high - low, pivot = kind == PivotKind.Woodie ? (high + low + (2 * close)) / 4 : (high + low + close) / 3;
        (double R1, double R2, double R3, double S1, double S2, double S3) = kind switch
        {
            PivotKind.Fibonacci => (pivot + (0.382 * range), pivot + (0.618 * range), pivot + range, pivot - (0.382 * range), pivot - (0.618 * range), pivot - range),
            PivotKind.Camarilla => (close + (1.1 * range / 12), close + (1.1 * range / 6), close + (1.1 * range / 4), close - (1.1 * range / 12), close - (1.1 * range / 6), close - (1.1 * range / 4)),
            _ => ((2 * pivot) - low, pivot + range, high + (2 * (pivot - low)), (2 * pivot) - high, pivot - range, low - (2 * (high - pivot))),
        };
        ReadOnlySpan<double> all = [pivot, R1, R2, R3, S1, S2, S3];
        all.CopyTo(levels);
    }
}

/// <summary>Parameters of <see cref="PivotPoints"/>.</summary>
public sealed record PivotPointsParameters : IndicatorParameters
{
    /// <summary>How the levels are spaced.</summary>
    [Display(Name = "Kind", Description = "How the levels are spaced.")]
    public PivotKind Kind { get; init; } = PivotKind.Classic;

    /// <summary>The session whose prices they are made of.</summary>
    [Display(Name = "Session", Description = "The session whose prices the levels are made of; take one longer than a bar.")]
    public SessionKind Session { get; init; } = SessionKind.Day;

    /// <inheritdoc/>
    public override int WarmUpBars => 1;
}
