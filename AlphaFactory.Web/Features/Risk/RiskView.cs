using AlphaFactory.Core.Risk;
using AlphaFactory.Engine.Trading.Desk;

namespace AlphaFactory.Web.Features.Risk;

/// <summary>One rule over all deployments.</summary>
/// <param name="Id">Id of the rule.</param>
/// <param name="Says">What it does.</param>
/// <param name="Rows">A row for each deployment, the nearest to the limit first.</param>
public sealed record RiskView(string Id, string? Says, IReadOnlyList<(DeploymentFrame By, RiskBar Bar, bool IsFirst)> Rows)
{
    /// <summary>Every rule that is measured, the one of which most is used at the top.</summary>
    public static IReadOnlyList<RiskView> Of(DeskFrame frame) =>
    [
        .. frame.Deployments.SelectMany(one => one.Risk.Select(bar => (By: one, Bar: bar)))
            .GroupBy(row => row.Bar.Rule)
            .Select(rule => Rule(rule.Key, [.. rule.OrderByDescending(row => Share(row.Bar) ?? -1)]))
            .OrderByDescending(rule => Share(rule.Rows[0].Bar) ?? -1).ThenBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    /// <summary>Used over limit; null when it is not known.</summary>
    public static double? Share(RiskBar bar) => bar.Used is { } used && bar.Limit > 0 ? Math.Max(0, used / bar.Limit) : null;

    private static RiskView Rule(string id, (DeploymentFrame By, RiskBar Bar)[] rows) => new(
        id,
        RiskRegistry.Shipped().Find(id)?.About.Says,
        [.. rows.Select((row, i) => (row.By, row.Bar, i == 0))]);
}
