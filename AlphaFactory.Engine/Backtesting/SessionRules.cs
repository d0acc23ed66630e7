using AlphaFactory.Core.Costs;
using AlphaFactory.Core.Costs.Commissions;
using AlphaFactory.Core.Costs.Slippages;
using AlphaFactory.Core.Exits;
using AlphaFactory.Core.Risk;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>What a session needs of a spec to turn targets into fills. Fractions inside.</summary>
public sealed record SessionRules
{
    /// <summary>Money at the start.</summary>
    public required double InitialCapital { get; init; }

    /// <summary>When decisions become fills.</summary>
    public FillConvention Fill { get; init; } = FillConvention.NextOpen;

    /// <summary>What the broker takes.</summary>
    public CommissionModel Commission { get; init; } = new NoCommission();

    /// <summary>How the price moves against an order.</summary>
    public SlippageModel Slippage { get; init; } = new PercentSlippage { Fraction = 0 };

    /// <summary>Cost of borrowed shares a year, as a fraction of their value.</summary>
    public double BorrowFraction { get; init; }

    /// <summary>Most of a bar's volume an entry may take; null does not look at volume.</summary>
    public double? VolumeCapFraction { get; init; }

    /// <summary>Stops, targets and the time stop.</summary>
    public ExitRules Exits { get; init; } = ExitRules.None;

    /// <summary>Share of equity at a full target.</summary>
    public double SizeFraction { get; init; } = 1;

    /// <summary>True allows fractions of a share.</summary>
    public bool Fractional { get; init; }

    /// <summary>Sizing rule with what it measured; null takes <see cref="SizeFraction"/> for every position.</summary>
    public SizingSetting? Sizing { get; init; }

    /// <summary>Risk rules; none costs nothing.</summary>
    public IReadOnlyList<RiskSetting> Risk { get; init; } = [];

    /// <summary>The rules a spec states.</summary>
    public static SessionRules Of(RunSpec spec) => new()
    {
        InitialCapital = spec.InitialCapital,
        Fill = spec.Fill,
        Commission = spec.Commission,
        Slippage = spec.Slippage,
        BorrowFraction = spec.BorrowFraction,
        VolumeCapFraction = spec.VolumeCapFraction,
        Exits = spec.Exits,
        SizeFraction = spec.SizeFraction,
        Fractional = spec.Fractional,
        Sizing = SizingSetting.Of(spec),
        // One empty list for all, so that rules without risk are equal.
        Risk = spec.Risk.Count == 0 ? [] : [.. spec.Risk.Select(Setting)],
    };

    private static RiskSetting Setting(RuleChoice choice)
    {
        var entry = RiskRegistry.Shipped().Find(choice.Rule)!;
        return new RiskSetting(entry, entry.Parameters.Parse(choice.Parameters, out _)!);
    }
}
