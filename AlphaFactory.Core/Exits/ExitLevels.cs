namespace AlphaFactory.Core.Exits;

/// <summary>
/// Stop and target of one trade while it lives. Pure arithmetic on closed bars, so that the event engine, the sweep kernel and a live session move levels
/// alike. A value: copying it copies the levels.
/// </summary>
public struct ExitLevels
{
    private int _side;
    private double _entry, _best, _fixedStop;

    /// <summary>Stop level; minus infinity for a long and infinity for a short when there is none.</summary>
    public double Stop { get; private set; }

    /// <summary>Target level; infinity for a long and minus infinity for a short when there is none.</summary>
    public double Target { get; private set; }

    /// <summary>Distance between base and nearest first stop, in money a share; NaN without a stop.</summary>
    public double Risk { get; private set; }

    /// <summary>Fill price, slippage included: where break-even lies.</summary>
    public readonly double Entry => _entry;

    /// <summary>Best price since the entry, that trailing distances are measured from: the highest for a long, the lowest for a short.</summary>
    public readonly double Best => _best;

    /// <summary>True when the trailing rule alone set the stop.</summary>
    public readonly bool IsTrailing => _side > 0 ? Stop > _fixedStop : Stop < _fixedStop;

    /// <summary>Levels of a trade at its first fill.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="side">+1 long, -1 short.</param>
    /// <param name="entry">Fill price, slippage included: where break-even lies.</param>
    /// <param name="basePrice">Price that distances are measured from.</param>
    /// <param name="atr">Average true range of the bar that decided; NaN when no rule needs it.</param>
    public static ExitLevels Open(ExitRules rules, int side, double entry, double basePrice, double atr)
    {
        var levels = default(ExitLevels);
        levels.Set(rules, side, entry, basePrice, atr);
        return levels;
    }

    /// <summary>The same as <see cref="Open"/>, over levels of another trade: whoever opens many copies none.</summary>
    public void Set(ExitRules rules, int side, double entry, double basePrice, double atr)
    {
        double none = side > 0 ? double.NegativeInfinity : double.PositiveInfinity;
        (_side, _entry, _best, _fixedStop, Target) = (side, entry, basePrice, none, -none);
        if (rules.StopFraction is { } fraction)
        {
            _fixedStop = Nearer(_fixedStop, basePrice * (1 - (side * fraction)));
        }

        if (rules.StopAtr is { } multiple)
        {
            _fixedStop = Nearer(_fixedStop, basePrice - (side * multiple * atr));
        }

        Stop = Nearer(_fixedStop, TrailingLevel(rules, atr));
        Risk = rules.HasStop ? Math.Abs(basePrice - Stop) : double.NaN;
        if (rules.TakeProfitFraction is { } profit)
        {
            Target = Earlier(Target, basePrice * (1 + (side * profit)));
        }

        if (rules.TakeProfitR is { } times)
        {
            Target = Earlier(Target, basePrice + (side * times * Risk));
        }
    }

    /// <summary>Moves the levels after a closed bar that was held from its open.</summary>
    /// <param name="rules">The rules the levels were opened with.</param>
    /// <param name="high">Highest price of the bar.</param>
    /// <param name="low">Lowest price of the bar.</param>
    /// <param name="atr">Average true range of the bar; NaN when no rule needs it.</param>
    public void Ratchet(ExitRules rules, double high, double low, double atr)
    {
        _best = _side > 0 ? Math.Max(_best, high) : Math.Min(_best, low);
        Tighten(rules, TrailingLevel(rules, atr));
    }

    /// <summary>Moves the levels over several closed bars at once: the same as <see cref="Ratchet"/> after each of them.</summary>
    /// <param name="rules">The rules the levels were opened with.</param>
    /// <param name="best">Best price since the entry, these bars included.</param>
    /// <param name="trailing">The nearest of the trailing levels of these bars; infinitely far without such a rule.</param>
    public void RatchetTo(ExitRules rules, double best, double trailing)
    {
        _best = best;
        Tighten(rules, trailing);
    }

    /// <summary>Price from which the break-even rule holds the stop at the entry; NaN without that rule.</summary>
    public readonly double BreakEvenFrom(ExitRules rules) => rules.BreakEvenFraction is { } trigger ? _entry * (1 + (_side * trigger)) : double.NaN;

    /// <summary>Restates the levels for new shares per old share.</summary>
    public void Split(double ratio)
    {
        (_entry, _best, _fixedStop) = (_entry / ratio, _best / ratio, _fixedStop / ratio);
        (Stop, Target, Risk) = (Stop / ratio, Target / ratio, Risk / ratio);
    }

    /// <summary>True when a bar of that range touches the stop.</summary>
    public readonly bool StopTouched(double high, double low) => _side > 0 ? low <= Stop : high >= Stop;

    /// <summary>True when a bar of that range touches the target.</summary>
    public readonly bool TargetTouched(double high, double low) => _side > 0 ? high >= Target : low <= Target;

    /// <summary>Price of the market at which a touched stop is left: the open, when the bar opened beyond it.</summary>
    public readonly double StopPrice(double open) => _side > 0 ? Math.Min(open, Stop) : Math.Max(open, Stop);

    /// <summary>Price of the market at which a touched target is left: the open, when the bar opened beyond it.</summary>
    public readonly double TargetPrice(double open) => _side > 0 ? Math.Max(open, Target) : Math.Min(open, Target);

    private void Tighten(ExitRules rules, double trailing)
    {
        if (_side * (_best - BreakEvenFrom(rules)) >= 0)
        {
            _fixedStop = Nearer(_fixedStop, _entry);
        }

        Stop = Nearer(Nearer(Stop, _fixedStop), trailing);
    }

    private readonly double TrailingLevel(ExitRules rules, double atr)
    {
        double level = _side > 0 ? double.NegativeInfinity : double.PositiveInfinity;
        if (rules.TrailingFraction is { } fraction)
        {
            level = Nearer(level, _best * (1 - (_side * fraction)));
        }

        return rules.TrailingAtr is { } multiple ? Nearer(level, _best - (_side * multiple * atr)) : level;
    }

    /// <summary>Of two stops the one price reaches first.</summary>
    private readonly double Nearer(double one, double other) => _side > 0 ? Math.Max(one, other) : Math.Min(one, other);

    /// <summary>Of two targets the one price reaches first.</summary>
    private readonly double Earlier(double one, double other) => _side > 0 ? Math.Min(one, other) : Math.Max(one, other);
}
