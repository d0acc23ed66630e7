using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Web.Components.Runs;

/// <summary>The runs a person has ticked, in the order ticked.</summary>
public sealed class RunSelection
{
    private readonly List<RunRecord> _runs = [];

    /// <summary>The runs.</summary>
    public IReadOnlyList<RunRecord> Runs => _runs;

    /// <summary>True when the run is ticked.</summary>
    public bool Holds(RunRecord run) => _runs.Exists(held => held.Id == run.Id);

    /// <summary>True when there are runs and all are ticked.</summary>
    public bool Holds(IReadOnlyList<RunRecord> runs) => runs.Count > 0 && runs.All(Holds);

    /// <summary>Ticks the runs; when all of them are ticked already, unticks them.</summary>
    public void Toggle(IReadOnlyList<RunRecord> runs)
    {
        bool held = Holds(runs);
        _runs.RemoveAll(run => runs.Any(other => other.Id == run.Id));
        if (!held)
        {
            _runs.AddRange(runs);
        }
    }

    /// <summary>Unticks everything.</summary>
    public void Clear() => _runs.Clear();
}
