using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class Interpolated : Cheat
{
    public override string Does => "draws straight lines between every tenth close";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            int from = i / 10 * 10, to = Math.Min(bars.Count - 1, from + 10);
            target[i] = bars.Close[i] < bars.Close[from] + ((bars.Close[to] - bars.Close[from]) * (i - from) / 10) ? 1 : 0;
        }
    }
}
