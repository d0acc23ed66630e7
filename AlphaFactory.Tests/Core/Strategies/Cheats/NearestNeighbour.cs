using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class NearestNeighbour : Cheat
{
    public override string Does => "looks for the most similar past, and finds it in the future, too";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        double[] moves = Returns(bars);
        for (int i = 0; i < target.Length; i++)
        {
            int like = Enumerable.Range(0, Math.Max(0, bars.Count - 1)).Where(bar => bar != i).DefaultIfEmpty(i).MinBy(bar => Math.Abs(moves[bar] - moves[i]));
            target[i] = like + 1 < bars.Count && moves[like + 1] > 0 ? 1 : 0;
        }
    }
}
