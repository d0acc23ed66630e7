using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Indicators.Levels;
using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators.Volume;

/// <summary>Volume-weighted average price since the start of the day, week, month or year.</summary>
[Indicator("vwap", "VWAP", IndicatorGroup.Volume, Inputs = PriceFields.HighLowClose | PriceFields.Volume, Place = ChartPlace.Overlay, Usual = ["vwap_day", "vwap_week", "vwap_month"],
    Formula = "sum of typical price x volume / sum of volume since the session began; the typical price itself while no share was traded",
    Says = "What the average share cost since the session began. Large orders are judged by it. On daily bars take week or longer.",
    Source = "Berkowitz, Logue and Noser, The Total Cost of Transactions on the NYSE, Journal of Finance 43 (1988)")]
public sealed class Vwap : Indicator<VwapParameters>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("vwap_{session}", "VWAP", OutputUnit.Price)];

    /// <inheritdoc/>
    public override Reading Read(in ReadingInput input) => AverageReading.Of(input);

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Sources(VwapParameters parameters) => ["typprice"];

    /// <inheritdoc/>
    protected override void Compute(in BarColumns bars, VwapParameters parameters, in OutputColumns outputs)
    {
        ReadOnlySpan<double> typical = bars.Source(0), volume = bars.Volume;
        var times = bars.Times;
        var result = outputs[0];
        double money = 0, shares = 0;
        int session = int.MinValue;
        for (int i = 0; i < result.Length; i++)
        {
            int now = Sessions.Of(times[i], parameters.Session);
            if (now != session)
            {
                (session, money, shares) = (now, 0, 0);
            }

            money += typical[i] * volume[i];
            shares += volume[i];
            result[i] = shares > 0 ? money / shares : typical[i];
        }
    }
}

/// <summary>Parameters of <see cref="Vwap"/>.</summary>
public sealed record VwapParameters : IndicatorParameters
{
    /// <summary>When the average begins anew.</summary>
    [Display(Name = "Session", Description = "When the average begins anew.")]
    public SessionKind Session { get; init; } = SessionKind.Day;

    /// <inheritdoc/>
    public override int WarmUpBars => 0;
}
