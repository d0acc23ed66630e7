using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class TossesACoin : Cheat
{
    private readonly SeededRandom _random = new(5);

    public override string Does => "goes on with one sequence of random numbers from call to call, so that no figure can be repeated";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = _random.NextInt32(2);
        }
    }
}
