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
public sealed class SweepModel(IStudyStore studies, IStrategyCatalog strategies, StatisticRegistry statistics, IJobs jobs, IProgressBus bus, TimeProvider clock, ILogger<SweepModel> log) : StudyModel<SweepView>(studies, jobs, bus, clock, log)
{
    /// <summary>The rows on screen; null while they are read.</summary>
    public RowPage? Page { get; private set; }

    /// <summary>What is wrong with the order or the filter.</summary>
    public string? Fault { get; private set; }

    /// <inheritdoc/>
    public override Task OpenAsync(string id)
    {
        (Page, Fault) = (null, null);
        return base.OpenAsync(id);
    }

    /// <summary>Reads the rows of an address.</summary>
    public async Task ReadRowsAsync(SweepAddress address)
    {
        try
        {
            Page = await Studies.RowsAsync(Id, new RowQuery(address.Sort.Key, address.Sort.Descending, address.Skip, SweepAddress.PageSize, address.Filter), Watch.Leaving);
            Fault = null;
        }
        catch (RunSpecException refusal)
        {
            (Page, Fault) = (null, string.Join(" ", refusal.Faults));
        }
    }

    /// <inheritdoc/>
    protected override async Task<SweepView?> ReadViewAsync()
    {
        if (await Studies.SweepAsync(Id, Watch.Leaving) is not { } result)
        {
            return null;
        }

        var strategy = RunStrategy.Find(strategies, result.Sweep.Run, out _);
        var grid = new SetGrid(result.Sweep.Axes, [.. strategy?.Parameters.Definitions.Select(parameter => parameter.Name) ?? []]);
        double[]? objectives = await Studies.ObjectivesAsync(Id, Watch.Leaving);
        return new SweepView(Id, result, objectives, grid, objectives is null ? null : Ground(result.Sweep, objectives), statistics);
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
}
