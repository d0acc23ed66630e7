using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class FilledBackward : Cheat
{
    public override string Does => "fills the days without signal with the next signal";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = Next(bars, i);
        }
    }

    private static double Next(BarSeries bars, int bar)
    {
        for (int i = Math.Max(1, bar); i < bars.Count; i++)
        {
            if (Math.Abs(bars.Close[i] - bars.Close[i - 1]) > 0.02 * bars.Close[i - 1])
            {
                return Math.Sign(bars.Close[i] - bars.Close[i - 1]);
            }
        }

        return 0;
    }
}
