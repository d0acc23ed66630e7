using System.ComponentModel.DataAnnotations;
using System.Globalization;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Alerts.Kinds;

/// <summary>A backtest, sweep, walk-forward or cross-validation that ended by an error.</summary>
[AlertKind("failed-job", "A job failed", Says = "A backtest, sweep, walk-forward or cross-validation ended by an error, or its worker fell silent too often.")]
public sealed class FailedJob : AlertKind<FailedJobParameters>
{
    /// <inheritdoc/>
    protected override IEnumerable<AlertFact> Find(AlertScene scene, FailedJobParameters parameters) => scene.FailedRuns
        .Where(run => run is { State: RunState.Failed, FinishedAt: not null })
        .Where(run => parameters.Studies == StudiesOnly.All || run.Kind != RunKind.Backtest)
        .Select(run => new AlertFact(
            string.Create(CultureInfo.InvariantCulture, $"run:{run.Id}:{run.FinishedAt!.Value.ToUnixTimeMilliseconds()}"),
            $"run:{run.Id}",
            AlertSeverity.Warning,
            $"{run.Title} on {run.Spec.Symbol} failed",
            run.Error ?? "The log of the job says more.",
            run.FinishedAt.Value)
        {
            Link = $"jobs?job={run.Id}",
        });
}

/// <summary>Parameters of <see cref="FailedJob"/>.</summary>
public sealed record FailedJobParameters : AlertParameters
{
    /// <summary>Which jobs.</summary>
    [Display(Name = "Jobs", Description = "All, or only those that take long.")]
    public StudiesOnly Studies { get; init; }
}

/// <summary>Which jobs are told.</summary>
public enum StudiesOnly
{
    /// <summary>Every job.</summary>
    All,

    /// <summary>Sweeps, walk-forwards and cross-validations.</summary>
    Studies,
}
