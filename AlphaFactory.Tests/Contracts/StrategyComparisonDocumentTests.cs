using AlphaFactory.Core.Strategies;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Contracts;

public sealed class StrategyComparisonDocumentTests
{
    private const string Document = "docs/strategies-compared.md";

    [Fact]
    public void Every_shipped_strategy_and_preset_is_compared_over_both_periods()
    {
        string text = Repository.Read(Document);
        foreach (var entry in StrategyRegistry.Shipped().All)
        {
            foreach (string name in entry.Presets.Select(preset => $"{entry.Name}, {preset.Name.ToLowerInvariant()}").DefaultIfEmpty(entry.Name))
            {
                Assert.True(text.Split($"| {name} |").Length == 3, $"{Document} lacks {name}, or has it not once for each period. Make it anew: dotnet run -c Release --project AlphaFactory.Benchmarks -- compare-strategies FOLDER {Document}.");
            }
        }
    }
}
