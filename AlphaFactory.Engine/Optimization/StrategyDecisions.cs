using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Optimization.Kernel;
using Bits = AlphaFactory.Core.Numerics.Comparison;

namespace AlphaFactory.Engine.Optimization;

/// <summary>What the strategy wants with one set of parameters, as targets or as bits, each made when first asked for. For one thread.</summary>
internal sealed class StrategyDecisions
{
    private readonly IStrategy _strategy;
    private readonly IColumnStrategy? _reads;
    private readonly IHoldStrategy? _holds;
    private readonly ISideDecider? _sides;
    private readonly BoundColumns _columns = new();
    private SweepContext _context;
    private double[] _targets = [];
    private ulong[] _held = [], _anew = [];
    private DecisionRuns _runs = new(0);
    private StrategyParameters? _parameters;
    private long _set = -1;
    private bool _hasTargets, _hasRuns, _hasSides, _shared;
    private bool? _hasHeld;

    public StrategyDecisions(SweepContext context)
    {
        _strategy = context.Space.Strategy.Strategy;
        (_reads, _holds, _sides) = (_strategy as IColumnStrategy, _strategy as IHoldStrategy, (_strategy as ISideStrategy)?.NewDecider());
        Move(context);
    }

    /// <summary>Wanted exposure after the close of each bar of the period.</summary>
    /// <exception cref="InvalidOperationException">The strategy broke its contract: a target outside [-1, 1].</exception>
    public ReadOnlySpan<double> Targets
    {
        get
        {
            if (!_hasTargets)
            {
                Decide();
                Opinions.CarryTo(_targets, _context.Period.History);
                _hasTargets = true;
            }

            return _targets.AsSpan(_context.Period.History);
        }
    }

    /// <summary>The same as runs of bars, from bits where the strategy has them.</summary>
    /// <exception cref="InvalidOperationException">The strategy broke its contract: a target outside [-1, 1].</exception>
    public DecisionRuns Runs
    {
        get
        {
            if (!_hasRuns)
            {
                if (HasSides)
                {
                    _runs.Take(_sides.Bits, _context.Period.History, _context.Series.Count);
                }
                else if (TryHold(out var held))
                {
                    Take(held);
                }
                else
                {
                    _runs.Take(Targets);
                }

                _hasRuns = true;
            }

            return _runs;
        }
    }

    /// <summary>Goes on to another stretch of bars, in the same memory where it is long enough.</summary>
    [MemberNotNull(nameof(_context))]
    public void Move(SweepContext context)
    {
        int seen = context.Period.Seen.Count;
        if (_targets.Length != seen)
        {
            int words = (seen + Bits.Word - 1) / Bits.Word;
            (_targets, _held, _anew) = (new double[seen], new ulong[words], new ulong[words]);
        }

        if (_runs.Most < context.Series.Count)
        {
            _runs = new DecisionRuns(context.Series.Count);
        }

        (_context, _set) = (context, -1);
        _columns.Move(context.Columns);
    }

    /// <summary>Goes on to a set of strategy parameters.</summary>
    public void Use(long set, StrategyParameters parameters)
    {
        _parameters = parameters;
        if (set != _set)
        {
            (_set, _hasTargets, _hasRuns, _hasSides, _hasHeld) = (set, false, false, false, null);
            _shared = _reads is not null && _columns.Bind(_reads, parameters);
        }
    }

    /// <summary>One bit per bar seen, history included: long after its close.</summary>
    /// <returns>False when the strategy cannot say so with these parameters.</returns>
    public bool TryHold(out ReadOnlySpan<ulong> held)
    {
        if (HasSides)
        {
            held = _sides.Bits.HeldLong;
            return _sides.Bits.HeldShort.IsEmpty;
        }

        _hasHeld ??= _shared && _holds is not null && _holds.TryHold(_context.Period.Seen, Columns, _parameters!, _held, _anew);
        held = _held;
        return _hasHeld.Value;
    }

    /// <summary>True when the strategy has decided for both sides in bits.</summary>
    [MemberNotNullWhen(true, nameof(_sides))]
    private bool HasSides
    {
        get
        {
            if (!_shared || _sides is null)
            {
                return false;
            }

            if (!_hasSides)
            {
                _sides.Decide(_context.Period.Seen, Columns, _parameters!);
                _hasSides = true;
            }

            return true;
        }
    }

    private void Take(ReadOnlySpan<ulong> held)
    {
        if (_holds!.BitsSayAll)
        {
            _runs.Take(held, _context.Period.History, _context.Series.Count);
        }
        else
        {
            _runs.Take(held, _anew, _context.Period.History, _context.Series.Count);
        }
    }

    private StrategyColumns Columns => new(_columns.Values, _context.Period.Seen.Count);

    private void Decide()
    {
        if (HasSides)
        {
            _sides.Bits.CopyTo(_targets);
            return;
        }

        if (_shared)
        {
            _reads!.Decide(_context.Period.Seen, Columns, _parameters!, _targets);
        }
        else
        {
            _strategy.Decide(_context.Period.Seen, _parameters!, _targets);
        }

        int wrong = FirstOutside(_targets);
        if (wrong < _targets.Length)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Strategy {_context.Space.Strategy.Id} wants {_targets[wrong]} on bar {wrong}; a target must lie in [-1, 1] or be NaN. Mend the strategy."));
        }
    }

    private static int FirstOutside(ReadOnlySpan<double> targets)
    {
        int bar = 0;
        for (; bar < targets.Length; bar += Bits.Word)
        {
            var word = targets.Slice(bar, Math.Min(Bits.Word, targets.Length - bar));
            // NaN compares false: to have no opinion is allowed.
            ulong outside = Bits.Above(word, 1) | Bits.Below(word, -1);
            if (outside != 0)
            {
                return bar + BitOperations.TrailingZeroCount(outside);
            }
        }

        return targets.Length;
    }
}
