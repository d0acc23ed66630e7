using System.Text.Json.Serialization;
using AlphaFactory.Core.Costs;
using AlphaFactory.Core.Costs.Commissions;
using AlphaFactory.Core.Costs.Slippages;
using AlphaFactory.Core.Exits;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.Runs;

/// <summary>
/// Everything that decides the outcome of a backtest, apart from the bars themselves. The page, the verb, the API and a YAML file
/// all make one of these, which is why they give identical figures. Fractions inside (0.001 = 0.1 %).
/// </summary>
public sealed record RunSpec
{
    private readonly IReadOnlyList<RuleChoice> _risk = [];

    /// <summary>Id of a strategy in code, <c>id@version</c> of a saved one, or <c>rules</c> for rules that are not saved.</summary>
    public required string Strategy { get; init; }

    /// <summary>What a strategy made of rules does, as docs/rules.md describes; null for a strategy in code. A checked spec always has them, so that it needs no store.</summary>
    public string? Rules { get; init; }

    /// <summary>Parameters by snake_case name as text; an absent one takes its default.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Symbol whose bars are traded.</summary>
    public required string Symbol { get; init; }

    /// <summary>Source of the bars; null takes the only one stored, or the newest.</summary>
    public string? Source { get; init; }

    /// <summary>Length of one bar.</summary>
    public BarInterval Interval { get; init; } = BarInterval.Daily;

    /// <summary>First trading day of the period; null is the first stored.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last trading day of the period; null is the last stored.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Money at the start, in the quote currency.</summary>
    public double InitialCapital { get; init; } = 100_000;

    /// <summary>When decisions become fills.</summary>
    public FillConvention Fill { get; init; } = FillConvention.NextOpen;

    /// <summary>What the broker takes.</summary>
    public CommissionModel Commission { get; init; } = new PercentCommission();

    /// <summary>How the price moves against an order.</summary>
    public SlippageModel Slippage { get; init; } = new PercentSlippage();

    /// <summary>What borrowing shares for a short position costs a year, as a fraction of their value.</summary>
    public double BorrowFraction { get; init; } = 0.0025;

    /// <summary>Most of a bar's volume an entry may take, as a fraction of it; null does not look at volume.</summary>
    public double? VolumeCapFraction { get; init; }

    /// <summary>Stops, targets and the time stop.</summary>
    public ExitRules Exits { get; init; } = ExitRules.None;

    /// <summary>Share of equity put to work at a full target; 1 = all in. With a <see cref="Sizing"/> rule the most it may take.</summary>
    public double SizeFraction { get; init; } = 1;

    /// <summary>Sizing rule; null takes the same fraction of equity, <see cref="SizeFraction"/>, for every position.</summary>
    public RuleChoice? Sizing { get; init; }

    /// <summary>Risk rules that are on; none by default, so that results stay comparable.</summary>
    public IReadOnlyList<RuleChoice> Risk
    {
        get => _risk;
        // One empty list for all, so that two specs without rules are equal.
        init => _risk = value.Count == 0 ? [] : value;
    }

    /// <summary>True allows fractions of a share; false rounds quantities down to whole ones.</summary>
    public bool Fractional { get; init; }

    /// <summary>How stored prices are adjusted.</summary>
    public PriceAdjustment Adjustment { get; init; } = PriceAdjustment.Split;

    /// <summary>True lets bars before <see cref="From"/> feed the strategy, so that its averages are warm on the first day; they are never traded.</summary>
    public bool WarmUpFromHistory { get; init; } = true;

    /// <summary>What computes the run.</summary>
    public EngineChoice Engine { get; init; } = EngineChoice.Auto;

    /// <summary>Seed of the bootstrap behind the intervals.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>What was stated where the spec was read from a file, a request or a command line; nothing is open once it is checked.</summary>
    [JsonIgnore]
    public StatedKeys Stated { get; init; }
}
