using System.Globalization;
using System.Text;
using System.Text.Json;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Statistics.Columns;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Architecture;

/// <summary>Writes the tables of docs/metrics.md from the registries and from the recorded answers of other libraries.</summary>
internal static class MetricsDocument
{
    /// <summary>Our id, and what QuantStats and empyrical call what comes nearest to it.</summary>
    private static readonly (string Id, string QuantStats, string Empyrical)[] s_pairs =
    [
        ("cagr_252", "cagr", "annual_return"), ("vol_ann_ddof1", "volatility", "annual_volatility"), ("sharpe_ddof1", "sharpe", "sharpe_ratio"),
        ("sharpe_rf2pct_geometric_ddof1", "sharpe_rf2pct", "sharpe_ratio_rf_daily_2pct_over_252"), ("sortino_full_n", "sortino", "sortino_ratio"),
        ("calmar_252", "calmar", "calmar_ratio"), ("max_drawdown", "max_drawdown", "max_drawdown"), ("ulcer_index_n", "ulcer_index", ""),
        ("downside_dev_ann_full_n", "", "downside_risk"), ("omega_0", "omega", "omega_ratio"), ("tail_ratio", "tail_ratio", "tail_ratio"),
        ("var95_hist_linear", "value_at_risk", "value_at_risk_5pct"), ("cvar95_hist_lowest", "cvar", "conditional_value_at_risk_5pct"),
        ("skew_population", "skew", ""), ("kurtosis_excess_population", "kurtosis", ""), ("win_rate_all_days", "win_rate", ""), ("payoff_ratio", "payoff_ratio", ""),
        ("information_ratio_ann", "information_ratio", "excess_sharpe"), ("beta", "beta", "beta"), ("alpha_ann_geometric", "alpha", "alpha"),
        ("psr_vs_0", "probabilistic_sharpe_ratio", ""),
    ];

    public static string Write(string current)
    {
        var registry = StatisticRegistry.Shipped();
        var oracle = ReferenceFile.Json("stats_a.json");
        string text = Replace(current, "run", Table(registry.All.Where(statistic => statistic.Scope != StatisticScope.Tearsheet), statistic => statistic.Id));
        text = Replace(text, "sheet", Table(registry.All.Where(statistic => statistic.Scope != StatisticScope.Run).OrderBy(statistic => statistic.SheetId, StringComparer.Ordinal), statistic => statistic.SheetId));
        text = Replace(text, "columns", string.Concat(ColumnStatisticRegistry.Shipped().All.Select(column => $"| `{column.Id}` | {column.Name} | {Escape(column.Formula)} | {Escape(column.Convention)} |\n")));
        text = Replace(text, "libraries", Libraries(registry, oracle));
        return Replace(text, "degenerate", Degenerate(registry, oracle));
    }

    private static string Table(IEnumerable<StatisticAttribute> statistics, Func<StatisticAttribute, string> id) =>
        string.Concat(statistics.Select(statistic => $"| `{id(statistic)}` | {statistic.Name} | {Escape(statistic.Formula)} | {Escape(statistic.Convention)} |\n"));

    private static string Libraries(StatisticRegistry registry, JsonElement oracle)
    {
        var text = new StringBuilder();
        foreach (string series in oracle.GetProperty("series").EnumerateObject().Select(entry => entry.Name))
        {
            var run = Performance.FromReturns(ReferenceFile.Column("returns_a.csv", series)) with { BenchmarkReturns = ReferenceFile.Column("returns_a.csv", "benchmark") };
            var answers = oracle.GetProperty("series").GetProperty(series);
            foreach (var (id, quantStats, empyrical) in s_pairs)
            {
                double? ours = registry.Compute(run, id).Value;
                text.Append(CultureInfo.InvariantCulture, $"| {series} | `{id}` | {Number(ours)} | {Answer(answers.GetProperty("quantstats"), quantStats, ours)} | {Answer(answers.GetProperty("empyrical_reloaded"), empyrical, ours)} |\n");
            }
        }

        return text.ToString();
    }

    private static string Degenerate(StatisticRegistry registry, JsonElement oracle)
    {
        var text = new StringBuilder();
        foreach (var series in oracle.GetProperty("degenerate_series").EnumerateObject())
        {
            var run = Performance.FromReturns(ReferenceFile.Doubles(series.Value.GetProperty("returns")));
            foreach (var (id, quantStats, empyrical) in s_pairs)
            {
                string left = Told(series.Value, "qs." + quantStats), right = Told(series.Value, "ep." + empyrical);
                if (left.Length + right.Length > 0)
                {
                    var measure = registry.Compute(run, id);
                    text.Append(CultureInfo.InvariantCulture, $"| {series.Name} | `{id}` | {(measure.Value is { } value ? Number(value) : measure.Reason)} | {left} | {right} |\n");
                }
            }
        }

        return text.ToString();
    }

    private static string Told(JsonElement series, string key) =>
        !series.GetProperty("library_answers").TryGetProperty(key, out var value) ? ""
        : value.ValueKind == JsonValueKind.Number ? Number(value.GetDouble())
        : value.ToString();

    private static string Answer(JsonElement library, string key, double? ours) =>
        key.Length == 0 ? ""
        : library.GetProperty(key) is { ValueKind: JsonValueKind.Number } value
            ? ours is { } own && Math.Abs(value.GetDouble() - own) <= 1e-9 * Math.Max(1e-3, Math.Abs(own)) ? "the same" : $"{Number(value.GetDouble())} (`{key}`)"
            : "none";

    private static string Number(double? value) => value is { } figure ? figure.ToString("G7", CultureInfo.InvariantCulture) : "none";

    private static string Replace(string text, string table, string rows)
    {
        string start = $"<!-- {table} -->\n", end = $"<!-- end of {table} -->";
        int from = text.IndexOf(start, StringComparison.Ordinal) + start.Length, to = text.IndexOf(end, StringComparison.Ordinal);
        Assert.True(from >= start.Length && to >= from, $"docs/metrics.md has no place for the table \"{table}\"");
        int body = text.IndexOf("|\n", text.IndexOf("|---", from, StringComparison.Ordinal), StringComparison.Ordinal) + 2;
        return string.Concat(text.AsSpan(0, body), rows, "\n", text.AsSpan(to));
    }

    private static string Escape(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
