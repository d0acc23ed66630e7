using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Risk;

/// <summary>Every risk rule there is, found by one scan: one table for backtest, paper and live. Immutable and safe to share.</summary>
public sealed class RiskRegistry
{
    private static readonly Lazy<RiskRegistry> s_shipped = new(() => new RiskRegistry(typeof(RiskRegistry).Assembly.GetTypes()));

    private readonly Dictionary<string, RiskEntry> _entries;

    /// <summary>Scans the given types.</summary>
    /// <exception cref="RegistrationException">An id or a code is taken twice, or an entry is half-made.</exception>
    public RiskRegistry(IEnumerable<Type> types)
    {
        All = [.. AttributeScan.Find<IRiskRule, RiskAttribute>(types).Select(found => new RiskEntry(found.Attribute, found.Instance))];
        _entries = All.ToDictionary(entry => entry.Id, StringComparer.Ordinal);
        if (All.SelectMany(entry => entry.Rule.Codes).Concat(RiskTable.Codes).GroupBy(code => code.Id).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new RegistrationException($"The code \"{twice.Key}\" is given by two risk rules. Give one of them another.");
        }
    }

    /// <summary>All risk rules ordered by id.</summary>
    public IReadOnlyList<RiskEntry> All { get; }

    /// <summary>Those a backtest can ask, ordered by id: all but the ones that look at a clock, a quote or a broker.</summary>
    public IEnumerable<RiskEntry> OfRuns => All.Where(entry => !entry.About.NeedsMarket);

    /// <summary>The risk rules of this program.</summary>
    public static RiskRegistry Shipped() => s_shipped.Value;

    /// <summary>The rule of that id, or null.</summary>
    public RiskEntry? Find(string id) => _entries.GetValueOrDefault(id);

    /// <summary>What is known of a code; null when no rule gives it.</summary>
    public RuleCode? Code(string id) => All.SelectMany(entry => entry.Rule.Codes).Concat(RiskTable.Codes).FirstOrDefault(code => code.Id == id);

    /// <summary>What to say when there is no rule of that id.</summary>
    public string Miss(string id) =>
        $"There is no risk rule \"{id}\".{Suggestion.Sentence(id, _entries.Keys)} Known are {string.Join(", ", OfRuns.Select(entry => entry.Id))}.";
}
