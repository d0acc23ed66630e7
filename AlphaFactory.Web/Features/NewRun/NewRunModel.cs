using AlphaFactory.Engine.Jobs;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Strategies;
using AlphaFactory.Web.Components.Drafts;
using AlphaFactory.Web.Components.Values;

namespace AlphaFactory.Web.Features.NewRun;

/// <summary>A new run: its form, what it would cost, and its start.</summary>
public sealed class NewRunModel(StrategyCatalog strategies, RunSpecValidator validator, IBarStore bars, IRunStore runs, IJobs jobs)
{
    private const int RunsForEstimate = 10;

    private double? _barsPerSecond;

    public DraftForm Form { get; } = new(strategies, validator, bars);

    /// <summary>Size of the run in words; the time goes by the last runs on this store.</summary>
    public string Estimate => (Form.Stock.BarsOf(Form.Check.Spec), _barsPerSecond) switch
    {
        (0, _) => "No bars to run on yet.",
        (var bars, { } rate) => $"Estimate: {FigureText.Count(bars)} bars, about {FigureText.Duration(TimeSpan.FromSeconds(bars / rate))}.",
        (var bars, null) => $"Estimate: {FigureText.Count(bars)} bars. How long that takes here is known after the first run.",
    };

    /// <summary>Reads the link and the store.</summary>
    public async Task OpenAsync(string? query, CancellationToken cancellationToken)
    {
        await Form.OpenAsync(query, cancellationToken);
        var done = await runs.ListAsync(new RunQuery([RunState.Done], Take: RunsForEstimate), cancellationToken);
        double[] rates = [.. done.Where(run => run.FinishedAt > run.StartedAt && run.Total > 0).Select(run => run.Total / (run.FinishedAt!.Value - run.StartedAt!.Value).TotalSeconds).Order()];
        _barsPerSecond = rates.Length == 0 ? null : rates[rates.Length / 2];
    }

    /// <summary>Starts the run when there is no fault.</summary>
    /// <returns>Id of the run; null when a fault shows instead.</returns>
    public async Task<string?> StartAsync(string by, CancellationToken cancellationToken)
    {
        if (!Form.Try())
        {
            return null;
        }

        try
        {
            return (await jobs.StartAsync(Form.Check.Spec, by, cancellationToken)).Id;
        }
        catch (RunSpecException fault)
        {
            Form.Refuse(fault.Faults);
            return null;
        }
    }
}
