using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Jobs;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.Plateaus;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Strategies;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Web.Components.Studies;

namespace AlphaFactory.Web.Features.Optimise;

/// <summary>Follows one sweep, then holds its outcome and the rows on screen.</summary>
public sealed class SweepModel(IStudyStore studies, IStrategyCatalog strategies, StatisticRegistry statistics, IJobs jobs, IProgressBus bus, TimeProvider clock, ILogger<SweepModel> log) : IDisposable
{
    private string _id = "";

    /// <summary>How far it is.</summary>
    public StudyWatch Watch { get; } = new(studies, jobs, bus, clock, log);

    /// <summary>The outcome; null until it is done.</summary>
    public SweepView? View { get; private set; }

    /// <summary>The rows on screen; null while they are read.</summary>
    public RowPage? Page { get; private set; }

    /// <summary>What is wrong with the order or the filter.</summary>
    public string? Fault { get; private set; }

    /// <summary>Starts to follow a sweep.</summary>
    public Task OpenAsync(string id)
    {
        (_id, View, Page, Fault) = (id, null, null, null);
        return Watch.OpenAsync(id);
    }

    /// <summary>Reads the outcome once it is there.</summary>
    /// <returns>True when it was read just now.</returns>
    public async Task<bool> ReadOutcomeAsync()
    {
        if (View is not null || Watch.Study?.Run.State != RunState.Done || await studies.SweepAsync(_id, Watch.Leaving) is not { } result)
        {
            return false;
        }

        var strategy = RunStrategy.Find(strategies, result.Sweep.Run, out _);
        var grid = new SetGrid(result.Sweep.Axes, [.. strategy?.Parameters.Definitions.Select(parameter => parameter.Name) ?? []]);
        double[]? objectives = await studies.ObjectivesAsync(_id, Watch.Leaving);
        View = new SweepView(_id, result, objectives, grid, objectives is null ? null : Ground(result.Sweep, objectives), statistics);
        return true;
    }

    /// <summary>Reads the rows of an address.</summary>
    public async Task ReadRowsAsync(SweepAddress address)
    {
        try
        {
            Page = await studies.RowsAsync(_id, new RowQuery(address.Sort.Key, address.Sort.Descending, address.Skip, SweepAddress.PageSize, address.Filter), Watch.Leaving);
            Fault = null;
        }
        catch (RunSpecException refusal)
        {
            (Page, Fault) = (null, string.Join(" ", refusal.Faults));
        }
    }

    private SetGround? Ground(SweepDefinition sweep, double[] objectives)
    {
        try
        {
            return new SetGround(new SweepSpace(sweep, strategies), objectives);
        }
        catch (RunSpecException)
        {
            // The strategy is gone or takes other parameters by now: what was found stays readable, without what must be asked of it.
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Watch.Dispose();
}
