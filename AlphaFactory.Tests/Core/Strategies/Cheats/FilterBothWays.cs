using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class FilterBothWays : Cheat
{
    public override string Does => "smooths forward and then backward, so that nothing lags";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        double[] smooth = bars.Close.ToArray();
        for (int i = 1; i < smooth.Length; i++)
        {
            smooth[i] = (0.8 * smooth[i - 1]) + (0.2 * smooth[i]);
        }

        for (int i = smooth.Length - 2; i >= 0; i--)
        {
            smooth[i] = (0.8 * smooth[i + 1]) + (0.2 * smooth[i]);
        }

        for (int i = 0; i < target.Length; i++)
        {
            target[i] = i > 0 && smooth[i] > smooth[i - 1] ? 1 : 0;
        }
    }
}
