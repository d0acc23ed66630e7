using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Strategies;

namespace AlphaFactory.Tests.Core.Strategies.Honest;

/// <summary>Standardises with mean and deviation of all bars so far: the honest twin of a cheat, with a memory that never ends.</summary>
internal sealed class ExpandingScore : IStrategy
{
    public void Decide(BarSeries bars, StrategyParameters parameters, Span<double> target)
    {
        double sum = 0, squares = 0;
        for (int i = 0; i < target.Length; i++)
        {
            double close = bars.Close[i];
            sum += close;
            squares += close * close;
            double mean = sum / (i + 1), variance = (squares / (i + 1)) - (mean * mean);
            target[i] = variance > 0 ? Math.Clamp((mean - close) / Math.Sqrt(variance), -1, 1) : 0;
        }
    }
}
