using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class RankAmongAll : Cheat
{
    public override string Does => "ranks a close among all closes";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = Rank(bars.Close, i);
        }
    }

    private static double Rank(ReadOnlySpan<double> values, int place)
    {
        int below = 0;
        foreach (double value in values)
        {
            below += value < values[place] ? 1 : 0;
        }

        return (double)below / values.Length;
    }
}
