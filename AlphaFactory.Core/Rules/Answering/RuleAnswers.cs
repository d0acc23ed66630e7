using AlphaFactory.Core.Prices;

namespace AlphaFactory.Core.Rules.Answering;

/// <summary>
/// The answers of all conditions of a set of rules, with one set of values after another. Neighbouring sets of a sweep differ in few parameters: a step whose parameters have not changed is not
/// run again. For one thread.
/// </summary>
/// <param name="program">The rules.</param>
internal sealed class RuleAnswers(RuleProgram program)
{
    private readonly int[] _warmUps = new int[program.Steps.Length];
    private double[] _values = [];
    private BarSeries? _bars;

    /// <summary>The rules.</summary>
    public RuleProgram Program => program;

    /// <summary>The columns of <see cref="AnswerAt"/>.</summary>
    public RuleBits Bits { get; } = new(program.BitColumns);

    /// <summary>Bars before every condition can be answered.</summary>
    public int WarmUpBars { get; private set; }

    /// <summary>Answers them.</summary>
    public void Answer(in RuleInput input)
    {
        bool isNew = _bars != input.Bars;
        // Until all steps have run nothing is known: one of them may refuse.
        _bars = null;
        if (isNew)
        {
            Bits.Resize(input.Bars.Count);
        }

        for (int step = 0; step < program.Steps.Length; step++)
        {
            var next = program.Steps[step];
            if (isNew || Differ(next.Places, input.Values))
            {
                var at = AnswerAt.Of(step);
                _warmUps[step] = next.WarmUpBars(input.Values, _warmUps);
                next.Run(input, Bits, Bits[at.Yes], Bits[at.No]);
            }
        }

        if (_values.Length != input.Values.Length)
        {
            _values = new double[input.Values.Length];
        }

        input.Values.CopyTo(_values);
        WarmUpBars = RuleProgram.WarmUpBars(_warmUps);
        _bars = input.Bars;
    }

    private bool Differ(int[] places, ReadOnlySpan<double> values)
    {
        foreach (int place in places)
        {
            if (values[place] != _values[place])
            {
                return true;
            }
        }

        return false;
    }
}
