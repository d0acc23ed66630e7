using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class SavitzkyGolay : Cheat
{
    public override string Does => "smooths with a symmetric filter of five bars";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = i > 1 && i + 2 < bars.Count && bars.Close[i] < ((-3 * bars.Close[i - 2]) + (12 * bars.Close[i - 1]) + (17 * bars.Close[i]) + (12 * bars.Close[i + 1]) - (3 * bars.Close[i + 2])) / 35 ? 1 : 0;
        }
    }
}
