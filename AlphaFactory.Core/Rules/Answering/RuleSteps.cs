namespace AlphaFactory.Core.Rules.Answering;

/// <summary>Takes conditions apart into steps. What two conditions have in common is one step, so that it is answered once.</summary>
/// <param name="columns">The columns of the rules.</param>
/// <param name="numbers">Finds their numbers.</param>
internal sealed class RuleSteps(RuleColumns columns, RuleNumbers numbers)
{
    /// <summary>Number of the column that any step may write over; those of the steps follow.</summary>
    public const int Scratch = 0;

    private readonly List<RuleStep> _steps = [];
    private readonly Dictionary<Condition, AnswerAt> _known = [];
    private readonly Dictionary<(Operand, Operand), AnswerAt> _orders = [];

    /// <summary>The steps; each reads only those before it.</summary>
    public RuleStep[] All => [.. _steps];

    /// <summary>Columns of bits they need.</summary>
    public int BitColumns => 1 + (2 * _steps.Count);

    /// <summary>Adds what is missing of a condition.</summary>
    /// <returns>Where it is answered.</returns>
    public AnswerAt Add(Condition condition)
    {
        if (!_known.TryGetValue(condition, out var known))
        {
            _known[condition] = known = Make(condition);
        }

        return known;
    }

    private AnswerAt Make(Condition condition)
    {
        switch (condition)
        {
            case Comparison comparison:
                var order = Order(comparison.Left, comparison.Right);
                return Add(new RelationStep(comparison.Relation, order, PlacesOf(order)));
            case Negation negation:
                var term = Add(negation.Term);
                return new AnswerAt(term.No, term.Yes);
            case Group group:
                AnswerAt[] terms = [.. group.Terms.Select(Add)];
                return Add(new GroupStep(group.Kind, terms, terms.SelectMany(PlacesOf)));
            case Lasting lasting:
                var (lasts, bars) = (Add(lasting.Term), numbers.Of(lasting.Bars));
                return Add(new LastingStep(lasting.Kind, bars, lasts, Scratch, [.. PlacesOf(lasts), .. bars.Places]));
            default:
                throw new InvalidOperationException($"There is no fifth kind of condition, and yet this is {condition.GetType().Name}.");
        }
    }

    private AnswerAt Order(Operand left, Operand right)
    {
        if (_orders.TryGetValue((left, right), out var known))
        {
            return known;
        }

        return _orders[(left, right)] = Add(new OrderStep(new OperandSource(left, columns, numbers), new OperandSource(right, columns, numbers)));
    }

    private int[] PlacesOf(AnswerAt answer) => _steps[answer.Step].Places;

    private AnswerAt Add(RuleStep step)
    {
        _steps.Add(step);
        return AnswerAt.Of(_steps.Count - 1);
    }
}
