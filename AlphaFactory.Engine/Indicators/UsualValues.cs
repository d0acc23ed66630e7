using System.Security.Cryptography;
using System.Text;
using AlphaFactory.Core.Indicators;

namespace AlphaFactory.Engine.Indicators;

/// <summary>What is kept of every series: the columns of the bar and every indicator with the parameters most people use.</summary>
public static class UsualValues
{
    private static readonly Lazy<ValuePlan> s_plan = new(() => new ValuePlan(
        [.. ValueColumn.Prices, .. IndicatorRegistry.Shipped().UsualColumns.Select(column => new ValueColumn(column.Name, null, column)).DistinctBy(column => column.Name)]));

    private static readonly Lazy<HashSet<string>> s_names = new(() => [.. Plan.Columns.Select(column => column.Name)]);

    private static readonly Lazy<string> s_id = new(Identify);

    /// <summary>How they are computed.</summary>
    public static ValuePlan Plan => s_plan.Value;

    /// <summary>Names the columns and the code that computes them: another version of the program has another id, and what an older one kept is stale.</summary>
    public static string PlanId => s_id.Value;

    /// <summary>True when the column is kept.</summary>
    public static bool Keeps(ValueColumn column) => s_names.Value.Contains(column.Name);

    private static string Identify()
    {
        string text = string.Join('\n', [typeof(IndicatorPlan).Module.ModuleVersionId.ToString(), .. Plan.Columns.Select(column => column.Name)]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }
}
