using System.Globalization;
using AlphaFactory.Core.Formulas;
using AlphaFactory.Core.Registration;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Strategies;

namespace AlphaFactory.Engine.Optimization;

/// <summary>
/// The grid of a sweep: every combination of the values of its axes has a number, the last axis running fastest. Axes of the strategy
/// come first and those of the run behind them, so that neighbouring sets share the strategy's decisions. Immutable and safe to share.
/// </summary>
public sealed class SweepSpace
{
    /// <summary>Most combinations of a space.</summary>
    public const long MostSets = 1L << 40;

    private static readonly string[] s_fixedKeys = ["strategy", "rules", "symbol", "interval", "source", "from", "to", "adjustment", "warm_up_from_history", "seed"];

    private readonly SpaceAxis[] _axes;
    private readonly double[] _base;

    /// <summary>Resolves a definition.</summary>
    /// <param name="definition">The sweep.</param>
    /// <param name="strategies">The strategies there are.</param>
    /// <exception cref="RunSpecException">An axis, a value, the condition or the run itself is not valid; every fault is listed.</exception>
    public SweepSpace(SweepDefinition definition, IStrategyCatalog strategies)
    {
        var validator = new RunSpecValidator(strategies);
        Definition = definition with { Run = validator.Resolve(definition.Run) };
        Strategy = RunStrategy.Get(strategies, Definition.Run);
        var faults = new List<string>();
        _axes = [.. definition.Axes.Select(axis => Resolve(axis, faults)).OfType<SpaceAxis>().OrderBy(axis => axis.Definition is null)];
        foreach (var twice in _axes.GroupBy(axis => axis.Name).Where(group => group.Count() > 1))
        {
            faults.Add($"\"{twice.Key}\" is an axis twice. Keep one of them.");
        }

        var split = _axes.Where(axis => RunRuleValues.IsParameter(axis.Name) && _axes.Any(other => other.Name == axis.Name.Split('.')[0])).ToList();
        faults.AddRange(split.Select(axis => $"\"{axis.Name}\" is an axis beside {axis.Name.Split('.')[0]}, which would take its rule away. Keep one of the two."));

        Axes = [.. _axes.Select(axis => new SweepAxis(axis.Name, axis.Values))];
        Size = _axes.Aggregate(1L, (size, axis) => size > MostSets ? size : size * axis.Values.Count);
        if (definition.Axes.Count == 0)
        {
            faults.Add("A sweep needs at least one range, such as fast=5..60.");
        }

        if (Size > MostSets)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"The ranges make more than {MostSets:N0} combinations. Take larger steps."));
        }

        StrategyAxes = _axes.Count(axis => axis.Definition is not null);
        RunSets = _axes.Skip(StrategyAxes).Aggregate(1L, (size, axis) => size * axis.Values.Count);
        string[] names = [.. Strategy.Parameters.Definitions.Select(parameter => parameter.Name), .. _axes.Skip(StrategyAxes).Select(axis => axis.Name)];
        Condition = definition.Where is { Length: > 0 } where ? new SetCondition(Parse(where, names, faults), names) : null;
        faults.AddRange(split.Count > 0 ? [] : RunSpecs().SelectMany(validator.Faults).Distinct());
        if (faults.Count > 0)
        {
            throw new RunSpecException(faults);
        }

        _base = [.. Strategy.Parameters.Definitions.Select(parameter => parameter.Encode(Definition.Run.Parameters[parameter.Name])!.Value), .. _axes.Skip(StrategyAxes).Select(_ => double.NaN)];
        foreach (var axis in _axes)
        {
            axis.Place = Array.IndexOf(names, axis.Name);
        }
    }

    /// <summary>The sweep, with every parameter of its run spelled out.</summary>
    public SweepDefinition Definition { get; }

    /// <summary>The strategy.</summary>
    public StrategyEntry Strategy { get; }

    /// <summary>Number of combinations, valid or not.</summary>
    public long Size { get; }

    /// <summary>The axes in the order in which sets are numbered.</summary>
    public IReadOnlyList<SweepAxis> Axes { get; }

    /// <summary>Number of axes that belong to the strategy; they come first.</summary>
    internal int StrategyAxes { get; }

    /// <summary>Combinations of the run's axes: so many neighbouring sets share one set of strategy parameters.</summary>
    internal long RunSets { get; }

    internal SetCondition? Condition { get; }

    internal int VariableCount => _base.Length;

    /// <summary>The place of a set on each axis.</summary>
    /// <param name="set">Number of the set, 0 to <see cref="Size"/> - 1.</param>
    /// <param name="places">One place per axis.</param>
    public void Locate(long set, Span<int> places)
    {
        for (int axis = _axes.Length - 1; axis >= 0; axis--)
        {
            (set, long place) = Math.DivRem(set, _axes[axis].Codes.Length);
            places[axis] = (int)place;
        }
    }

    /// <summary>The number of the set at these places; see <see cref="Locate"/>.</summary>
    public long SetAt(ReadOnlySpan<int> places)
    {
        long set = 0;
        for (int axis = 0; axis < _axes.Length; axis++)
        {
            set = (set * _axes[axis].Codes.Length) + places[axis];
        }

        return set;
    }

    /// <summary>The values of a set by axis, as they are written in a run file.</summary>
    public IReadOnlyDictionary<string, string> Values(long set)
    {
        Span<int> places = stackalloc int[_axes.Length];
        Locate(set, places);
        var values = new Dictionary<string, string>(_axes.Length);
        for (int axis = 0; axis < _axes.Length; axis++)
        {
            values[_axes[axis].Name] = _axes[axis].Values[places[axis]];
        }

        return values;
    }

    /// <summary>The run of a set: opened as a backtest it has the figures of the set's row.</summary>
    public RunSpec Spec(long set)
    {
        var spec = Definition.Run;
        var parameters = new Dictionary<string, string>(spec.Parameters);
        foreach (var (name, value) in Values(set))
        {
            var axis = _axes.First(candidate => candidate.Name == name);
            if (axis.Field is { } field)
            {
                spec = field.Read(spec, value)!;
            }
            else
            {
                parameters[name] = value;
            }
        }

        return spec with { Parameters = parameters };
    }

    /// <summary>The number a value of an axis stands for in conditions: itself, or the place among the words of a choice; NaN for a word of the run's settings.</summary>
    internal double Code(int axis, int place) => _axes[axis].Codes[place];

    /// <summary>A reader of sets for one thread.</summary>
    internal SetReader NewReader() => new(this, _axes, _base);

    private static Formula Parse(string where, string[] names, List<string> faults)
    {
        var formula = Formula.Parse(where, names, out string? fault);
        faults.AddRange(fault is null ? [] : [fault]);
        return formula ?? Formula.Parse("1", [], out _)!;
    }

    private SpaceAxis? Resolve(SweepAxis axis, List<string> faults)
    {
        var parameter = Strategy.Parameters.Definitions.FirstOrDefault(candidate => candidate.Name == axis.Name);
        var field = parameter is null && !s_fixedKeys.Contains(axis.Name) ? RunRuleValues.FieldOf(Definition.Run, axis.Name) : null;
        if (parameter is null && field is null)
        {
            string[] known = [.. Strategy.Parameters.Definitions.Select(candidate => candidate.Name), .. RunSpecField.All.Select(candidate => candidate.Key).Except(s_fixedKeys), .. RunRuleValues.Parameters(Definition.Run).Select(candidate => candidate.Field.Key)];
            faults.Add($"\"{axis.Name}\" cannot be swept: it is no parameter of {Strategy.Id} and no setting of the run.{Suggestion.Sentence(axis.Name, known)} Known are {string.Join(", ", known)}.");
            return null;
        }

        double?[] codes = [.. axis.Values.Select(value => parameter is not null ? parameter.Encode(value) : RunCode(field!, value))];
        string[] wrong = [.. axis.Values.Where((_, place) => codes[place] is null)];
        if (wrong.Length > 0)
        {
            faults.Add($"{axis.Name} cannot be {string.Join(", ", wrong.Take(5))}{(wrong.Length > 5 ? ", …" : "")}: it must be {parameter?.Allowed ?? field!.Allowed}.");
            return null;
        }

        return new SpaceAxis(axis.Name, axis.Values, [.. codes.Select(code => code!.Value)], parameter, field);
    }

    private double? RunCode(RunSpecField field, string text)
    {
        if (field.Read(Definition.Run, text) is null)
        {
            return null;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN;
    }

    /// <summary>Every value of every run axis beside the first values of the others; the run itself when there is no such axis.</summary>
    internal IEnumerable<RunSpec> RunSpecs()
    {
        var fields = _axes.Where(axis => axis.Field is not null).ToList();
        var first = fields.Aggregate(Definition.Run, (spec, axis) => axis.Field!.Read(spec, axis.Values[0])!);
        return fields.SelectMany(axis => axis.Values.Select(value => axis.Field!.Read(first, value)!)).Append(first);
    }
}
