using System.ComponentModel.DataAnnotations;
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
    private readonly IValidatableObject? _rules;
    private readonly ValidationContext _context;
    private readonly Dictionary<long, SetRules> _sessions = [];
    private long _strategySet = -1;
    private bool _fits;

    public SetReader(SweepSpace space, SpaceAxis[] axes, double[] start)
    {
        (_space, _axes, _numbers, _places) = (space, axes, [.. start], new int[axes.Length]);
        Parameters = space.Strategy.Parameters.Parse(space.Definition.Run.Parameters, out _)!;
        _setters = [.. axes.Select(axis => axis.Definition?.Setter())];
        _rules = Parameters as IValidatableObject;
        _context = new ValidationContext(Parameters);
    }

    /// <summary>The parameters of the set last read; written over by the next.</summary>
    public StrategyParameters Parameters { get; }

    /// <summary>Number of the set's strategy parameters: equal for all sets that differ in run settings alone.</summary>
    public long StrategySet => _strategySet;

    /// <summary>Reads a set.</summary>
    /// <returns>True when it is one of the sweep: its parameters fit together and it meets the condition.</returns>
    public bool Read(long set)
    {
        var (strategySet, _) = Math.DivRem(set, _space.RunSets);
        _space.Locate(set, _places);
        bool fresh = strategySet != _strategySet;
        for (int axis = fresh ? 0 : _space.StrategyAxes; axis < _axes.Length; axis++)
        {
            double code = _axes[axis].Codes[_places[axis]];
            _numbers[_axes[axis].Place] = code;
            _setters[axis]?.Invoke(Parameters, code);
        }

        if (fresh)
        {
            _strategySet = strategySet;
            _fits = _rules is null || !_rules.Validate(_context).Any();
        }

        return _fits && _space.Condition?.Holds(_numbers) != false;
    }

    /// <summary>The rules of trading of a set; made once for each combination of run settings.</summary>
    public SetRules Session(long set)
    {
        long runSet = set % _space.RunSets;
        if (!_sessions.TryGetValue(runSet, out var rules))
        {
            if (_sessions.Count == MostSessions)
            {
                _sessions.Clear();
            }

            rules = SetRules.Of(SessionRules.Of(_space.Spec(set)));
            _sessions[runSet] = rules;
        }

        return rules;
    }
}
