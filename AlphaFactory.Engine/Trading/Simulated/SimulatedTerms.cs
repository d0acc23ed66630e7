using AlphaFactory.Core.Costs;
using AlphaFactory.Core.Costs.Commissions;
using AlphaFactory.Core.Costs.Slippages;

namespace AlphaFactory.Engine.Trading.Simulated;

/// <summary>What the built-in broker takes and how well it behaves.</summary>
public sealed record SimulatedTerms
{
    /// <summary>What it takes of an order; with several executions each is charged the difference.</summary>
    public CommissionModel Commission { get; init; } = new NoCommission();

    /// <summary>How far the price moves against an order.</summary>
    public SlippageModel Slippage { get; init; } = new PercentSlippage { Fraction = 0 };

    /// <summary>Most of a bar's volume that one order gets from it; null does not look at volume.</summary>
    public double? VolumeShare { get; init; }

    /// <summary>What goes wrong.</summary>
    public SimulatedFaults Faults { get; init; } = SimulatedFaults.None;

    /// <summary>Where the faults come from: the same seed and the same calls give the same faults.</summary>
    public ulong Seed { get; init; } = 1;
}

/// <summary>What goes wrong at the built-in broker, and how often. Chances are from 0 to 1.</summary>
public sealed record SimulatedFaults
{
    /// <summary>Nothing does, and nothing takes time.</summary>
    public static SimulatedFaults None { get; } = new();

    /// <summary>Shortest way of a message, there or back.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>What a message may take longer; different for each, so that they overtake each other.</summary>
    public TimeSpan Jitter { get; init; }

    /// <summary>An order is executed in two to four pieces.</summary>
    public double Pieces { get; init; }

    /// <summary>An order is rejected.</summary>
    public double Rejects { get; init; }

    /// <summary>A message is told twice.</summary>
    public double Twice { get; init; }

    /// <summary>A message about an order is never told.</summary>
    public double Lost { get; init; }

    /// <summary>An order is handed over and never arrives.</summary>
    public double NeverArrives { get; init; }

    /// <summary>A question is never answered.</summary>
    public double Unanswered { get; init; }

    /// <summary>An execution is corrected a while after it was told: its price was one cent higher.</summary>
    public double Corrected { get; init; }

    /// <summary>The connection breaks at a move of the market.</summary>
    public double Breaks { get; init; }

    /// <summary>How long a broken connection stays so.</summary>
    public TimeSpan BreakLength { get; init; } = TimeSpan.FromMinutes(2);
}
