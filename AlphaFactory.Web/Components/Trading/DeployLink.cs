using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.Runs;

namespace AlphaFactory.Web.Components.Trading;

/// <summary>The settings of a run as the query of the page Deploy, so that a link reproduces its form.</summary>
public static class DeployLink
{
    private static readonly string[] s_period = ["from", "to", "fill", "risk"];

    /// <summary>Address of the form, from the root. The period of a run is no period of a replay, and its risk rules are not those of an account.</summary>
    /// <param name="spec">Strategy, parameters, symbol, money, sizing, exits and costs.</param>
    /// <param name="keepBars">True replays bars of the same length; false leaves it to the form, which takes those that move soonest.</param>
    public static string To(RunSpec spec, bool keepBars)
    {
        var values = RunLink.ValuesOf(spec)
            .Where(pair => !s_period.Contains(pair.Key) && !pair.Key.StartsWith(RunRuleValues.Risk, StringComparison.Ordinal))
            .ToDictionary(StringComparer.Ordinal);
        values.Remove("interval");
        if (keepBars)
        {
            values["interval"] = spec.Interval.ToString();
        }

        return $"live/deploy?{RunLink.ToQuery(values)}";
    }
}
