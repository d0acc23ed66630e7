using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class VolumeOfAll : Cheat
{
    public override string Does => "calls volume high against the mean of the whole series";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        double mean = Mean(bars.Volume, 0, bars.Count - 1);
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = bars.Volume[i] > mean ? 1 : 0;
        }
    }
}
