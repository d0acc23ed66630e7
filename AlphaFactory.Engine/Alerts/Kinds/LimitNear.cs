using System.ComponentModel.DataAnnotations;
using System.Globalization;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Engine.Alerts.Kinds;

/// <summary>A limit of a risk rule that is nearly used up.</summary>
[AlertKind("limit-near", "A limit is near", OfDeployments = true, Says = "A share of the limit of a risk rule is used. Told once a day of the market for each rule.")]
public sealed class LimitNear : AlertKind<LimitNearParameters>
{
    // So that 0.018 of 0.02 is nine tenths in binary as well.
    private const double Dust = 1e-9;

    /// <inheritdoc/>
    protected override IEnumerable<AlertFact> Find(AlertScene scene, LimitNearParameters parameters) =>
        from deployment in scene.Trading
        where deployment.Day is not null
        from bar in deployment.Risk
        where bar.Limit > 0 && bar.Used / bar.Limit >= parameters.Used - Dust
        let used = bar.Used.GetValueOrDefault()
        let id = string.Create(CultureInfo.InvariantCulture, $"limit:{deployment.Id}:{bar.Rule}:{deployment.Day:yyyy-MM-dd}")
        select new AlertFact(
            id,
            id,
            AlertSeverity.Warning,
            string.Create(CultureInfo.InvariantCulture, $"{deployment.Name}: {used / bar.Limit:0%} of {bar.Name} used"),
            $"{Text(used, bar.Unit)} of {Text(bar.Limit, bar.Unit)}.",
            scene.Now)
        {
            Deployment = deployment.Id,
            Link = "risk",
        };

    private static string Text(double value, RuleUnit unit) => value.ToString(unit switch { RuleUnit.Fraction => "0.0#%", RuleUnit.Multiple => "0.00", _ => "#,0.##" }, CultureInfo.InvariantCulture);
}

/// <summary>Parameters of <see cref="LimitNear"/>.</summary>
public sealed record LimitNearParameters : AlertParameters
{
    /// <summary>Fraction of the limit.</summary>
    [Percent, Range(0.01, 1.0), Display(Name = "Used", Description = "Share of the limit.")]
    public double Used { get; init; } = 0.9;
}
