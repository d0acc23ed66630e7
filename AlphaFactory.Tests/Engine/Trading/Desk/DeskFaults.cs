using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Engine.Trading.Simulated;

namespace AlphaFactory.Tests.Engine.Trading.Desk;

/// <summary>A broker under the desk that does everything wrong that brokers do.</summary>
internal static class DeskFaults
{
    /// <summary>All there are, a few of each in a hundred.</summary>
    public static SimulatedFaults All { get; } = new()
    {
        Latency = TimeSpan.FromMilliseconds(30),
        Jitter = TimeSpan.FromMilliseconds(900),
        Pieces = 0.6,
        Rejects = 0.03,
        Twice = 0.2,
        Lost = 0.05,
        NeverArrives = 0.04,
        Unanswered = 0.1,
        Corrected = 0.1,
        Breaks = 0.02,
        BreakLength = TimeSpan.FromSeconds(40),
    };

    /// <summary>The faults of a seed.</summary>
    public static SimulatedTermsOf Of(int seed) => deployment => new SimulatedTerms { Commission = deployment.Spec.Commission, Slippage = deployment.Spec.Slippage, Faults = All, Seed = (ulong)seed };
}
