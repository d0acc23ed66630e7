using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Strategies;

namespace AlphaFactory.Tests.Contracts;

/// <summary>One registered strategy with one set of parameters: its defaults, a preset, or the defaults on both sides of the market.</summary>
internal sealed record StrategyCase(StrategyEntry Entry, StrategyParameters Parameters)
{
    private const string Defaults = "defaults", BothSides = "both sides";

    public static TheoryData<string, string> All() =>
    [
        .. StrategyRegistry.Shipped().All.SelectMany(entry => Variants(entry).Select(variant => new TheoryDataRow<string, string>(entry.Id, variant))),
    ];

    public static StrategyCase Of(string id, string variant)
    {
        var entry = StrategyRegistry.Shipped().Get(id);
        var parameters = variant switch
        {
            Defaults => entry.Parameters.Defaults(),
            BothSides => entry.Parameters.Parse(new Dictionary<string, string> { ["sides"] = "long-and-short" }, out _)!,
            _ => entry.FindPreset(variant)!.Parameters,
        };
        return new StrategyCase(entry, parameters);
    }

    public double[] Decide(BarSeries bars)
    {
        double[] target = new double[bars.Count];
        Entry.Strategy.Decide(bars, Parameters, target);
        return target;
    }

    private static IEnumerable<string> Variants(StrategyEntry entry) =>
    [
        Defaults,
        .. entry.Presets.Select(preset => preset.Id),
        .. entry.Parameters.Definitions.Where(definition => definition.Name == "sides").Select(_ => BothSides),
    ];
}
