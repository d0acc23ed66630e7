using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class BestLengthOfAll : Cheat
{
    public override string Does => "takes the average that would have earned most on the whole series";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        int best = Enumerable.Range(2, 20).MaxBy(length => Earned(bars, length));
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = bars.Close[i] > Mean(bars.Close, i - best + 1, i) ? 1 : 0;
        }
    }

    private static double Earned(BarSeries bars, int length)
    {
        double earned = 0;
        for (int i = 1; i < bars.Count; i++)
        {
            earned += bars.Close[i - 1] > Mean(bars.Close, i - length, i - 1) ? (bars.Close[i] / bars.Close[i - 1]) - 1 : 0;
        }

        return earned;
    }
}
