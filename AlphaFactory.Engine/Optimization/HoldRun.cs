using AlphaFactory.Core.Exits;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Optimization;

/// <summary>Buying once and holding, with everything else of a run but what a strategy alone has use for.</summary>
public static class HoldRun
{
    /// <summary>That run.</summary>
    public static RunSpec Of(RunSpec run) => run with
    {
        Strategy = "buy-and-hold", Rules = null, Parameters = new Dictionary<string, string>(), SizeFraction = 1, VolumeCapFraction = null, Exits = ExitRules.None, Sizing = null, Risk = [],
    };
}
