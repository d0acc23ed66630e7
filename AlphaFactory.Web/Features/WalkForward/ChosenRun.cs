using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Web.Features.WalkForward;

/// <summary>The run of a set that was chosen: as a backtest it does what the set did.</summary>
internal static class ChosenRun
{
    /// <summary>The run with a set's values.</summary>
    /// <param name="sweep">What was tried.</param>
    /// <param name="values">Values of the set. Settings of the run are read as a run file reads them; everything else is a parameter of the strategy.</param>
    public static RunSpec Of(SweepDefinition sweep, IReadOnlyDictionary<string, string> values)
    {
        var run = sweep.Run;
        var parameters = new Dictionary<string, string>(run.Parameters, StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            if (!parameters.ContainsKey(name) && RunRuleValues.FieldOf(run, name)?.Read(run, value) is { } changed)
            {
                run = changed;
            }
            else
            {
                parameters[name] = value;
            }
        }

        return run with { Parameters = parameters };
    }
}
