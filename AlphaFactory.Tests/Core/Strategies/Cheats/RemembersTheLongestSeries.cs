using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class RemembersTheLongestSeries : Cheat
{
    private BarSeries? _longest;

    public override string Does => "keeps the bars of an earlier call and looks the next close up there";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        _longest = _longest is null || bars.Count >= _longest.Count ? bars : _longest;
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = i + 1 < _longest.Count && _longest.Close[i + 1] > bars.Close[i] ? 1 : 0;
        }
    }
}
