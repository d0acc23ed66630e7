using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Backtesting;

namespace AlphaFactory.Engine.Optimization;

/// <summary>Reads one set after another into the same parameters record. For one thread.</summary>
internal sealed class SetReader
{
    // Rules are small, but a million combinations of run settings must not all stay in memory.
    private const int MostSessions = 10_000;

    private readonly SweepSpace _space;
    private readonly SpaceAxis[] _axes;
    private readonly Action<object, double>?[] _setters;
    private readonly int[] _places;
    private readonly double[] _numbers;
    private readonly Dictionary<long, SetRules> _sessions = [];
    private long _set = -2, _checked = -1, _runSet = -1;
    private SetRules? _rules;
    private bool _fits;

    public SetReader(SweepSpace space, SpaceAxis[] axes, double[] start)
    {
        (_space, _axes, _numbers, _places) = (space, axes, [.. start], new int[axes.Length]);
        Parameters = space.Strategy.Parameters.Parse(space.Definition.Run.Parameters, out _)!;
        _setters = [.. axes.Select(axis => axis.Definition?.Setter())];
    }

    /// <summary>The parameters of the set last read; written over by the next.</summary>
    public StrategyParameters Parameters { get; }

    /// <summary>Number of the set's strategy parameters: equal for all sets that differ in run settings alone.</summary>
    public long StrategySet { get; private set; } = -1;

    /// <summary>Reads a set and looks whether it is one of the sweep.</summary>
    /// <returns>True when its parameters fit together and it meets the condition.</returns>
    public bool Read(long set)
    {
        Seek(set);
        if (_checked != StrategySet)
        {
            (_checked, _fits) = (StrategySet, Parameters.Fits);
        }

        return _fits && _space.Condition?.Holds(_numbers) != false;
    }

    /// <summary>Reads a set that is known to be one of the sweep. Where it follows the last one, only what differs is written.</summary>
    public void Seek(long set)
    {
        if (set == _set)
        {
            return;
        }

        int first = set == _set + 1 ? Step() : Jump(set);
        for (int axis = first; axis < _axes.Length; axis++)
        {
            double code = _axes[axis].Codes[_places[axis]];
            _numbers[_axes[axis].Place] = code;
            _setters[axis]?.Invoke(Parameters, code);
        }

        (_set, StrategySet) = (set, _space.RunSets == 1 ? set : set / _space.RunSets);
    }

    private int Jump(long set)
    {
        _space.Locate(set, _places);
        return 0;
    }

    /// <summary>Goes on to the next number, and answers the first axis that changes.</summary>
    private int Step()
    {
        int axis = _axes.Length - 1;
        while (++_places[axis] == _axes[axis].Codes.Length)
        {
            _places[axis--] = 0;
        }

        return axis;
    }

    /// <summary>The rules of trading of a set; made once for each combination of run settings.</summary>
    public SetRules Session(long set)
    {
        long runSet = _space.RunSets == 1 ? 0 : set % _space.RunSets;
        if (runSet == _runSet)
        {
            return _rules!;
        }

        if (!_sessions.TryGetValue(runSet, out var rules))
        {
            if (_sessions.Count == MostSessions)
            {
                _sessions.Clear();
            }

            rules = SetRules.Of(SessionRules.Of(_space.Spec(set)));
            _sessions[runSet] = rules;
        }

        (_runSet, _rules) = (runSet, rules);
        return rules;
    }
}
