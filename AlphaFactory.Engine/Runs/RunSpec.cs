using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.Runs;

/// <summary>
/// Everything that decides the outcome of a backtest, apart from the bars themselves. The page, the verb, the API and a YAML file
/// all make one of these, which is why they give identical figures. Fractions inside (0.001 = 0.1 %).
/// </summary>
public sealed record RunSpec
{
    /// <summary>Registered id of the strategy.</summary>
    public required string Strategy { get; init; }

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

    /// <summary>Commission as a fraction of the traded value, each side.</summary>
    public double CommissionFraction { get; init; } = 0.001;

    /// <summary>How far slippage moves the price against the order, as a fraction of it.</summary>
    public double SlippageFraction { get; init; } = 0.0005;

    /// <summary>Share of equity put to work at a full target; 1 = all in.</summary>
    public double SizeFraction { get; init; } = 1;

    /// <summary>True allows fractions of a share; false rounds quantities down to whole ones.</summary>
    public bool Fractional { get; init; }

    /// <summary>How stored prices are adjusted.</summary>
    public PriceAdjustment Adjustment { get; init; } = PriceAdjustment.Split;

    /// <summary>True lets bars before <see cref="From"/> feed the strategy, so that its averages are warm on the first day; they are never traded.</summary>
    public bool WarmUpFromHistory { get; init; } = true;

    /// <summary>Seed of the bootstrap behind the intervals.</summary>
    public int Seed { get; init; } = 1;
}
