using AlphaFactory.Core.Statistics;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Architecture;

/// <summary>docs/metrics.md says of every statistic what the code says.</summary>
public sealed class MetricsDocumentTests
{
    [Fact]
    public void The_table_has_one_row_for_each_statistic_as_the_code_declares_it()
    {
        string[] rows = [.. Repository.Read("docs/metrics.md").Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))];
        string[] declared = [.. StatisticRegistry.Shipped().All.Select(statistic => $"| `{statistic.Id}` | {statistic.Name} | {Escape(statistic.Formula)} | {Escape(statistic.Convention)} |")];
        Assert.Equal(declared, rows);
    }

    private static string Escape(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
