using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Strategies;

namespace AlphaFactory.Core.Rules.Answering;

/// <summary>
/// Decides by rules. An entry condition that becomes true again is said again, so that a trade a stop has ended may begin anew. An exit comes before an entry, a bar that asks for both sides
/// enters neither, and the entry of one side ends the other. For one thread.
/// </summary>
internal sealed class RuleDecider : ISideDecider
{
    private RuleAnswers? _answers;
    private ulong[] _memory = [];
    private int _bars, _warmUp;

    /// <inheritdoc/>
    public SideBits Bits
    {
        get
        {
            SideSignals buys = Side(0), shorts = Side(1);
            bool isShort = _answers?.Program.ShortSide is not null;
            return new SideBits
            {
                Bars = _bars, WarmUpBars = _warmUp,
                HeldLong = buys.Held, AnewLong = buys.Anew,
                HeldShort = isShort ? shorts.Held : [], AnewShort = isShort ? shorts.Anew : [],
            };
        }
    }

    /// <inheritdoc/>
    public void Decide(BarSeries bars, in StrategyColumns columns, StrategyParameters parameters)
    {
        var rules = (RuleParameters)parameters;
        if (_answers?.Program != rules.Program)
        {
            _answers = new RuleAnswers(rules.Program);
        }

        _answers.Answer(new RuleInput(bars, columns, rules.Values));
        (_bars, _warmUp) = (bars.Count, Math.Min(_answers.WarmUpBars, bars.Count));
        if (_memory.Length != 2 * SideSignals.Columns * BitColumn.Words(_bars))
        {
            _memory = new ulong[2 * SideSignals.Columns * BitColumn.Words(_bars)];
        }

        SideSignals buys = Side(0), shorts = Side(1);
        var program = rules.Program;
        buys.Read(program.LongSide, _answers.Bits);
        shorts.Read(program.ShortSide, _answers.Bits);
        RuleWalk.Run(buys, After(program.LongSide, rules.Values), shorts, After(program.ShortSide, rules.Values), _warmUp, _bars);
    }

    private static int After(SideAt? side, ReadOnlySpan<double> values) => side is null ? int.MaxValue : (int)side.After.Of(values);

    private SideSignals Side(int side) => new(_memory.AsSpan(side * _memory.Length / 2, _memory.Length / 2));
}
