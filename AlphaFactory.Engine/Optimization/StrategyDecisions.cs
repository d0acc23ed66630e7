using System.Globalization;
using System.Numerics;
using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Optimization.Kernel;
using Bits = AlphaFactory.Core.Numerics.Comparison;

namespace AlphaFactory.Engine.Optimization;

/// <summary>What the strategy wants with one set of parameters, as targets or as bits, each made when first asked for. For one thread.</summary>
internal sealed class StrategyDecisions(SweepContext context)
{
    private readonly double[] _targets = new double[context.Period.Seen.Count];
    private readonly ulong[] _held = new ulong[(context.Period.Seen.Count + 63) / 64];
    private double[][] _columns = [];
    private IndicatorColumn?[] _bound = [];
    private readonly DecisionRuns _runs = new(context.Series.Count);
    private StrategyParameters? _parameters;
    private long _set = -1;
    private bool _hasTargets, _hasRuns, _shared;
    private bool? _hasHeld;

    /// <summary>Wanted exposure after the close of each bar of the period.</summary>
    /// <exception cref="InvalidOperationException">The strategy broke its contract: a target outside [-1, 1].</exception>
    public ReadOnlySpan<double> Targets
    {
        get
        {
            if (!_hasTargets)
            {
                Decide();
                Opinions.CarryTo(_targets, context.Period.History);
                _hasTargets = true;
            }

            return _targets.AsSpan(context.Period.History);
        }
    }

    /// <summary>The same as runs of bars, from bits where the strategy has them and they say all.</summary>
    /// <exception cref="InvalidOperationException">The strategy broke its contract: a target outside [-1, 1].</exception>
    public DecisionRuns Runs
    {
        get
        {
            if (!_hasRuns)
            {
                if (Strategy is IHoldStrategy { BitsSayAll: true } && TryHold(out var held))
                {
                    _runs.Take(held, context.Period.History, context.Series.Count);
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

    private IStrategy Strategy => context.Space.Strategy.Strategy;

    /// <summary>Goes on to a set of strategy parameters.</summary>
    public void Use(long set, StrategyParameters parameters)
    {
        _parameters = parameters;
        if (set != _set)
        {
            (_set, _hasTargets, _hasRuns, _hasHeld) = (set, false, false, null);
            _shared = Bind(parameters);
        }
    }

    /// <summary>One bit per bar seen, history included: long after its close.</summary>
    /// <returns>False when the strategy cannot say so with these parameters.</returns>
    public bool TryHold(out ReadOnlySpan<ulong> held)
    {
        _hasHeld ??= _shared && Strategy is IHoldStrategy strategy && strategy.TryHold(context.Period.Seen, Columns, _parameters!, _held);
        held = _held;
        return _hasHeld.Value;
    }

    private StrategyColumns Columns => new(_columns, context.Period.Seen.Count);

    /// <summary>Finds the strategy's columns in the cache; false when it has none or one is no longer kept.</summary>
    private bool Bind(StrategyParameters parameters)
    {
        if (Strategy is not IColumnStrategy strategy)
        {
            return false;
        }

        var wanted = strategy.Columns(parameters);
        if (_columns.Length < wanted.Count)
        {
            (_columns, _bound) = (new double[wanted.Count][], new IndicatorColumn[wanted.Count]);
        }

        for (int i = 0; i < wanted.Count; i++)
        {
            // Neighbouring sets differ in one parameter and share most columns; to see that is cheaper than to look one up.
            if (wanted[i].Equals(_bound[i]))
            {
                continue;
            }

            _bound[i] = null;
            if (context.Columns.Get(wanted[i]) is not { } column)
            {
                return false;
            }

            (_columns[i], _bound[i]) = (column, wanted[i]);
        }

        return true;
    }

    private void Decide()
    {
        if (_shared)
        {
            ((IColumnStrategy)Strategy).Decide(context.Period.Seen, Columns, _parameters!, _targets);
        }
        else
        {
            Strategy.Decide(context.Period.Seen, _parameters!, _targets);
        }

        int wrong = FirstOutside(_targets);
        if (wrong < _targets.Length)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Strategy {context.Space.Strategy.Id} wants {_targets[wrong]} on bar {wrong}; a target must lie in [-1, 1] or be NaN. Mend the strategy."));
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
