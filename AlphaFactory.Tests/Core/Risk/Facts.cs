using AlphaFactory.Core.Risk;

namespace AlphaFactory.Tests.Core.Risk;

/// <summary>Accounts for the tables of the risk rules: 100,000 of equity, all of it cash, unless a test says otherwise.</summary>
internal static class Facts
{
    public const double Equity = 100_000;

    public static RiskFacts Account(params Holding[] holdings) => new()
    {
        Equity = Equity,
        Cash = Equity - holdings.Sum(holding => holding.Quantity * holding.Price),
        DayStartEquity = Equity,
        WeekStartEquity = Equity,
        PeakEquity = Equity,
        Holdings = holdings,
    };

    /// <summary>An order of shares at 100.</summary>
    public static RiskOrder Buy(double quantity, string symbol = "NEW") => new(symbol, 1, quantity, 100) { Sector = "Energy" };

    public static Holding Held(string symbol, double quantity, double price = 100, double? entry = null, string? sector = "Energy", double correlation = 0) =>
        new(symbol, quantity, price, entry ?? price) { Sector = sector, Correlation = correlation };

    public static RiskAnswer Judge(string rule, RiskFacts facts, params (string Name, string Text)[] parameters)
    {
        var entry = RiskRegistry.Shipped().Find(rule)!;
        var record = entry.Parameters.Parse(parameters.ToDictionary(pair => pair.Name, pair => pair.Text), out var faults);
        Assert.Empty(faults);
        return entry.Rule.Judge(facts, record!);
    }

    public static RiskTable Table(params string[] rules) => new([.. rules.Select(rule => RiskRegistry.Shipped().Find(rule)!).Select(entry => new RiskSetting(entry, entry.Parameters.Defaults()))]);

    /// <summary>The answer in a few letters: ok, cut to N, block CODE, flatten CODE.</summary>
    public static string Word(RiskAnswer answer) => answer switch
    {
        RiskAnswer.Allow => "ok",
        RiskAnswer.CutTo cut => FormattableString.Invariant($"cut to {Math.Round(cut.Quantity, 6)}"),
        RiskAnswer.Block block => $"block {block.Why.Code}",
        RiskAnswer.Flatten flatten => $"flatten {flatten.Why.Code}",
        _ => throw new ArgumentException($"Unknown answer {answer}."),
    };
}
