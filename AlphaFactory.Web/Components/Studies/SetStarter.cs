using AlphaFactory.Engine.Jobs;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Web.Components.Access;
using AlphaFactory.Web.Components.Overlays;

namespace AlphaFactory.Web.Components.Studies;

/// <summary>Opens sets of a study as backtests: each becomes a run of its own, with the figures of its row.</summary>
public sealed class SetStarter(IStudyStore studies, IJobs jobs, CurrentUser user, Toasts toasts)
{
    /// <summary>Starts a backtest of each set.</summary>
    /// <returns>The runs; null when one could not be started, which was said.</returns>
    public async Task<IReadOnlyList<RunRecord>?> StartAsync(string study, IEnumerable<long> sets, CancellationToken cancellationToken)
    {
        List<RunSpec> specs = [];
        foreach (long set in sets)
        {
            if (await studies.RunOfAsync(study, set, cancellationToken) is not { } spec)
            {
                toasts.Fail("The backtest was not started", $"The study {study} has no set {set}. It may have been removed; reload the page.");
                return null;
            }

            specs.Add(spec);
        }

        return await StartAsync(specs, cancellationToken);
    }

    /// <summary>Starts a backtest of each run.</summary>
    /// <returns>The runs; null when one could not be started, which was said.</returns>
    public async Task<IReadOnlyList<RunRecord>?> StartAsync(IEnumerable<RunSpec> specs, CancellationToken cancellationToken)
    {
        if (!await user.MayRunAsync())
        {
            toasts.Fail("The backtest was not started", CurrentUser.Refusal);
            return null;
        }

        try
        {
            List<RunRecord> runs = [];
            foreach (var spec in specs)
            {
                runs.Add(await jobs.StartAsync(spec, await user.NameAsync(), cancellationToken));
            }

            return runs;
        }
        catch (RunSpecException refusal)
        {
            toasts.Fail("The backtest was not started", string.Join(" ", refusal.Faults));
            return null;
        }
    }
}
