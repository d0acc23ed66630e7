using System.ComponentModel.DataAnnotations;
using System.Globalization;
using AlphaFactory.Core.Parameters;

namespace AlphaFactory.Engine.Alerts.Kinds;

/// <summary>A deployment that has lost too much today.</summary>
[AlertKind("day-loss", "Loss of the day", OfDeployments = true, Says = "What a deployment lost since the end of the day before has reached a share of its equity then. Told once a day of its market.")]
public sealed class DayLoss : AlertKind<DayLossParameters>
{
    /// <inheritdoc/>
    protected override IEnumerable<AlertFact> Find(AlertScene scene, DayLossParameters parameters)
    {
        foreach (var deployment in scene.Trading)
        {
            if (deployment is not { Equity: { } equity, DayPnl: { } made, Day: { } day } || equity - made <= 0)
            {
                continue;
            }

            decimal share = made / (equity - made);
            if (share <= -(decimal)parameters.Loss)
            {
                string id = string.Create(CultureInfo.InvariantCulture, $"day-loss:{deployment.Id}:{day:yyyy-MM-dd}");
                yield return new AlertFact(
                    id,
                    id,
                    AlertSeverity.Critical,
                    string.Create(CultureInfo.InvariantCulture, $"{deployment.Name} lost {-share:0.00%} on {day:yyyy-MM-dd}"),
                    string.Create(CultureInfo.InvariantCulture, $"{made:#,0.00} of {equity - made:#,0.00}; the rule tells from {parameters.Loss:0.##%}. {deployment.Symbol} trades at {deployment.Price:0.00##}."),
                    scene.Now)
                {
                    Deployment = deployment.Id,
                    Link = "live",
                };
            }
        }
    }
}

/// <summary>Parameters of <see cref="DayLoss"/>.</summary>
public sealed record DayLossParameters : AlertParameters
{
    /// <summary>Fraction of the equity at the end of the day before.</summary>
    [Percent, Range(0.0001, 1.0), Display(Name = "Loss", Description = "Share of the equity at the end of the day before.")]
    public double Loss { get; init; } = 0.01;
}
