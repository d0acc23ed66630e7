using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class OnlyWinningTrades : Cheat
{
    public override string Does => "drops the trades that turned out badly";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = Honest(bars, i);
        }

        for (int i = 0; i < target.Length; i++)
        {
            int end = i;
            while (end < target.Length && target[end] == 1)
            {
                end++;
            }

            if (end > i && bars.Close[Math.Min(end, target.Length - 1)] < bars.Close[i])
            {
                target[i..end].Clear();
            }

            i = Math.Max(i, end);
        }
    }
}
