using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Engine.MarketData.Demo;

/// <summary>
/// Bell-shaped noise from additions alone. Logarithm and cosine differ in the last bit between machines, and the demo market has to be
/// the same everywhere; fat tails come from its regimes.
/// </summary>
internal static class DemoNoise
{
    /// <summary>Mean 0, variance 1, within ±6: the sum of twelve uniform numbers less six.</summary>
    public static double NextBell(this SeededRandom random)
    {
        double sum = -6;
        for (int i = 0; i < 12; i++)
        {
            sum += random.NextDouble();
        }

        return sum;
    }
}
