namespace AlphaFactory.Core.Rules;

/// <summary>What the conditions of one side say on every bar.</summary>
internal sealed class SideSignals(SideRules? side, RuleEvaluation evaluation, RuleProgram program)
{
    private readonly Truth[] _entry = side is null ? [] : evaluation.Of(side.Entry);
    private readonly Truth[] _exit = side?.Exit is { } exit ? evaluation.Of(exit) : [];
    private readonly bool _otherwise = side?.Otherwise == true;
    private readonly int? _after = side?.After is { } after ? (int)program.ValueOf(after) : null;

    /// <summary>True when the entry holds and no exit speaks against it.</summary>
    public bool Enters(int bar) => _entry.Length > 0 && _entry[bar] == Truth.Yes && !(_exit.Length > 0 && _exit[bar] == Truth.Yes);

    /// <summary>True when a position entered on bar <paramref name="since"/> is to be left.</summary>
    public bool Leaves(int bar, int since) =>
        (_exit.Length > 0 && _exit[bar] == Truth.Yes)
        || (_otherwise && _entry[bar] == Truth.No)
        || (_after is { } bars && bar - since >= bars);
}
