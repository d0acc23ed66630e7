using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Risk;

/// <summary>
/// The rules that are on, asked together. Each is asked about the whole order, so that it shows how often each would have bound; the smallest
/// quantity holds. A rule that refused the whole order is asked again about that smaller one.
/// </summary>
/// <param name="rules">The rules that are on.</param>
public sealed class RiskTable(IReadOnlyList<RiskSetting> rules)
{
    /// <summary>Id under which the table itself refuses.</summary>
    public const string Account = "account";

    private static readonly RuleCode s_unknown = new("account-unknown", "Equity, cash, a price or the order's quantity was not known or not above 0.", RuleUnit.None);

    /// <summary>Reasons the table itself can give, whatever rules are on.</summary>
    public static IReadOnlyList<RuleCode> Codes { get; } = [s_unknown];

    private readonly RiskSetting[] _ofOrder = [.. rules.Where(setting => setting.Rule.About.Moments.HasFlag(RiskMoments.Order))];
    private readonly RiskSetting[] _ofAccount = [.. rules.Where(setting => setting.Rule.About.Moments.HasFlag(RiskMoments.Account))];

    /// <summary>True when some rule looks at the account without an order.</summary>
    public bool WatchesAccount => _ofAccount.Length > 0;

    /// <summary>Judges an order that opens or adds.</summary>
    /// <param name="facts">What is known, the order included.</param>
    /// <param name="wholeShares">True rounds down to whole shares; what is then below one share is refused.</param>
    /// <exception cref="ArgumentException">There is no order in the facts.</exception>
    public RiskVerdict Judge(RiskFacts facts, bool wholeShares)
    {
        var order = facts.Order ?? throw new ArgumentException("There is no order to judge. Put one into the facts.", nameof(facts));
        if (_ofOrder.Length == 0)
        {
            return new RiskVerdict(order.Quantity, []);
        }

        if (!IsKnown(facts, order))
        {
            return new RiskVerdict(0, [new BoundRule(Account, new Breach(s_unknown.Id, double.NaN, double.NaN), 0, Halt.None, true)]);
        }

        var answers = Array.ConvertAll(_ofOrder, setting => setting.Rule.Rule.Judge(facts, setting.Parameters));
        double quantity = order.Quantity;
        foreach (var cut in answers.OfType<RiskAnswer.CutTo>())
        {
            quantity = Math.Min(quantity, Rounded(cut.Quantity, wholeShares));
        }

        var smaller = quantity > 0 && quantity < order.Quantity ? facts with { Order = order with { Quantity = quantity } } : null;
        var bound = new List<BoundRule>();
        for (int i = 0; i < answers.Length; i++)
        {
            var answer = answers[i] is RiskAnswer.Block && smaller is not null ? _ofOrder[i].Rule.Rule.Judge(smaller, _ofOrder[i].Parameters) : answers[i];
            if (Bind(_ofOrder[i], answer, wholeShares) is { } one)
            {
                bound.Add(one);
                quantity = Math.Min(quantity, one.Quantity);
            }
        }

        int tightest = bound.FindIndex(one => one.Quantity <= quantity);
        return new RiskVerdict(quantity, [.. bound.Select((one, place) => one with { IsTightest = place == tightest })]);
    }

    /// <summary>Looks at the account without an order.</summary>
    /// <returns>Every rule that stops trading or closes positions, with its answer.</returns>
    public IEnumerable<(RiskSetting Rule, RiskAnswer Answer)> Watch(RiskFacts facts) =>
        _ofAccount.Select(setting => (setting, setting.Rule.Rule.Judge(facts, setting.Parameters))).Where(pair => pair.Item2 is not RiskAnswer.Allow);

    private static bool IsKnown(RiskFacts facts, RiskOrder order) =>
        facts.Equity > 0 && double.IsFinite(facts.Equity) && double.IsFinite(facts.Cash) && order.Quantity > 0 && double.IsFinite(order.Quantity)
        && order.Price > 0 && double.IsFinite(order.Price) && order.Costs >= 0 && facts.Holdings.All(holding => holding.Price >= 0 && double.IsFinite(holding.Value));

    private static BoundRule? Bind(RiskSetting setting, RiskAnswer answer, bool wholeShares) => answer switch
    {
        RiskAnswer.CutTo cut => new BoundRule(setting.Rule.Id, cut.Why, Rounded(cut.Quantity, wholeShares), Halt.None, false),
        RiskAnswer.Block block => new BoundRule(setting.Rule.Id, block.Why, 0, block.Halt, false),
        RiskAnswer.Flatten flatten => new BoundRule(setting.Rule.Id, flatten.Why, 0, flatten.Halt, false),
        _ => null,
    };

    private static double Rounded(double quantity, bool wholeShares) => wholeShares ? Math.Floor(quantity) : quantity;
}
