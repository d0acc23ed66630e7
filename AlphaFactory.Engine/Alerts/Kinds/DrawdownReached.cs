using System.ComponentModel.DataAnnotations;
using System.Globalization;
using AlphaFactory.Core.Parameters;

namespace AlphaFactory.Engine.Alerts.Kinds;

/// <summary>A deployment that fell too far from its peak.</summary>
[AlertKind("drawdown", "Drawdown", OfDeployments = true, Says = "The equity of a deployment has fallen from its peak by a share. Told once for each peak.")]
public sealed class DrawdownReached : AlertKind<DrawdownReachedParameters>
{
    /// <inheritdoc/>
    protected override IEnumerable<AlertFact> Find(AlertScene scene, DrawdownReachedParameters parameters) => scene.Trading
        .Where(deployment => deployment is { Drawdown: not null, Peak: not null, Equity: not null } && deployment.Drawdown <= -parameters.Fall)
        .Select(deployment =>
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"drawdown:{deployment.Id}:{deployment.Peak!.Value:0.00}");
            return new AlertFact(
                id,
                id,
                AlertSeverity.Critical,
                string.Create(CultureInfo.InvariantCulture, $"{deployment.Name} is {-deployment.Drawdown!.Value:0.00%} below its peak"),
                string.Create(CultureInfo.InvariantCulture, $"Equity {deployment.Equity!.Value:#,0.00}, peak {deployment.Peak.Value:#,0.00}; the rule tells from {parameters.Fall:0.##%}."),
                scene.Now)
            {
                Deployment = deployment.Id,
                Link = "live",
            };
        });
}

/// <summary>Parameters of <see cref="DrawdownReached"/>.</summary>
public sealed record DrawdownReachedParameters : AlertParameters
{
    /// <summary>Fraction of the peak.</summary>
    [Percent, Range(0.0001, 1.0), Display(Name = "Fall", Description = "Share of the peak.")]
    public double Fall { get; init; } = 0.08;
}
