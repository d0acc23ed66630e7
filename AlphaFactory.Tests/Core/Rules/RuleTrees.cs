using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Rules;
using Comparison = AlphaFactory.Core.Rules.Comparison;

namespace AlphaFactory.Tests.Core.Rules;

/// <summary>Makes sets of rules from a seed: every kind of node, every indicator, parameters used once and again.</summary>
internal sealed class RuleTrees(int seed)
{
    private readonly SeededRandom _random = new((ulong)seed);
    private readonly Dictionary<string, double> _parameters = [];
    private int _comparisons;

    public RuleSet Next()
    {
        _parameters.Clear();
        _comparisons = 0;
        bool isLong = One(4) != 0;
        var bought = isLong ? Side() : null;
        var shorted = !isLong || One(3) == 0 ? Side() : null;
        return new RuleSet(bought, shorted, One(2) == 0 ? [] : [new RuleSetting("stop_pct", "5"), new RuleSetting("stops_from", "entry-bar")]);
    }

    private SideRules Side() => new(Condition(0), One(2) == 0 ? Condition(0) : null, One(4) == 0, One(4) == 0 ? Count(1) : null);

    private Condition Condition(int depth)
    {
        int kind = depth > 3 || _comparisons > 8 ? 0 : One(8);
        return kind switch
        {
            1 or 2 => new Group((GroupKind)One(2), [.. Enumerable.Range(0, 2 + One(2)).Select(_ => Condition(depth + 1))]),
            3 => new Negation(Condition(depth + 1)),
            4 => new Lasting(Condition(depth + 1), (LastingKind)One(2), Count(1)),
            _ => Comparison(),
        };
    }

    private Comparison Comparison()
    {
        _comparisons++;
        Operand left = Operand(), right = Operand();
        return new Comparison(left is NumberOperand && right is NumberOperand ? new SeriesOperand(Series()) : left, (Relation)One(8), right);
    }

    private Operand Operand() => One(3) == 0
        ? new NumberOperand(Named(Level()))
        : new SeriesOperand(Series(), One(4) == 0 ? Count(0) : null, One(4) == 0 ? Named(Level()) : null);

    private RuleSeries Series()
    {
        if (One(4) == 0)
        {
            return new PriceSeries((PriceField)One(5));
        }

        var name = SeriesVocabulary.Shipped().All[One(SeriesVocabulary.Shipped().All.Count)];
        for (int i = 0; i < 20; i++)
        {
            Sequence<RuleValue> plain = [.. name.Indicator.Parameters.Definitions.Select(Argument)];
            if (RuleArguments.Parse(name.Indicator, plain, null, out _) is not null)
            {
                return new IndicatorSeries(name.Text, [.. plain.Select(value => value is RuleNumber number ? Named(number.Value) : value)]);
            }
        }

        throw new InvalidOperationException($"No parameters of {name.Text} were found that fit together.");
    }

    private RuleValue Argument(ParameterDefinition definition) => definition.Kind switch
    {
        ParameterKind.WholeNumber => new RuleNumber(definition.Minimum!.Value + One((int)Math.Min(60, definition.Maximum!.Value - definition.Minimum.Value))),
        ParameterKind.Number => new RuleNumber(definition.Minimum!.Value + (_random.NextDouble() * (definition.Maximum!.Value - definition.Minimum.Value))),
        ParameterKind.Choice => new RuleWord(definition.Choices[One(definition.Choices.Count)]),
        _ => new RuleWord(definition.Default),
    };

    private RuleNumber Count(int least) => Named(least + One(20));

    private double Level() => One(4) switch
    {
        0 => One(100),
        1 => -One(1000) / 8.0,
        2 => _random.NextDouble() * 1e-9,
        _ => Math.Round(_random.NextDouble() * 1e6, One(5)),
    };

    private RuleNumber Named(double value)
    {
        if (One(5) != 0 || _parameters.Count >= RuleLimits.Parameters)
        {
            return new RuleNumber(value);
        }

        string name = _parameters.FirstOrDefault(pair => pair.Value.Equals(value)).Key ?? $"p_{_parameters.Count}";
        _parameters[name] = value;
        return new RuleNumber(value, name);
    }

    private int One(int count) => _random.NextInt32(count);
}
