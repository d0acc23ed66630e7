using System.ComponentModel.DataAnnotations;
using System.Globalization;
using AlphaFactory.Core.Parameters;

namespace AlphaFactory.Engine.Alerts.Kinds;

/// <summary>A running deployment that hears nothing of its market.</summary>
[AlertKind("silent-market", "The market is silent", OfDeployments = true, Says = "Nothing was heard of the market of a running deployment for longer than it should take. Told once for each silence.")]
public sealed class SilentMarket : AlertKind<SilentMarketParameters>
{
    /// <inheritdoc/>
    protected override IEnumerable<AlertFact> Find(AlertScene scene, SilentMarketParameters parameters) => scene.Trading
        .Where(deployment => deployment is { Heard: not null, Period: > 0, Feed.IsFinished: false })
        .Where(deployment => (scene.Now - deployment.Heard!.Value).TotalSeconds > Math.Max(parameters.Seconds, 2 * deployment.Period!.Value))
        .Select(deployment =>
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"silent:{deployment.Id}:{deployment.Heard!.Value.ToUnixTimeMilliseconds()}");
            return new AlertFact(
                id,
                $"silent:{deployment.Id}",
                AlertSeverity.Critical,
                string.Create(CultureInfo.InvariantCulture, $"{deployment.Name} has heard nothing of {deployment.Symbol} for {(scene.Now - deployment.Heard.Value).TotalSeconds:0} s"),
                string.Create(CultureInfo.InvariantCulture, $"The next word was due after {deployment.Period:0.#} s. Connection: {deployment.Connection}."),
                scene.Now)
            {
                Deployment = deployment.Id,
                Link = "live",
            };
        });
}

/// <summary>Parameters of <see cref="SilentMarket"/>.</summary>
public sealed record SilentMarketParameters : AlertParameters
{
    /// <summary>Seconds at least.</summary>
    [Range(5, 86_400), Unit("s"), Display(Name = "Silent for", Description = "At least so long, and twice as long as the next word should take.")]
    public int Seconds { get; init; } = 60;
}
