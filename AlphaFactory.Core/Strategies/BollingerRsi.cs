using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using AlphaFactory.Core.Indicators.Averages;
using AlphaFactory.Core.Indicators.Momentum;
using AlphaFactory.Core.Indicators.Volatility;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Core.Strategies;

/// <summary>Buys closes that are unusually low by two measures and sells them on the way back.</summary>
[Strategy("bollinger-rsi", "Bollinger + RSI mean reversion",
    Title = "Bollinger + RSI {period}/{deviations}, RSI {rsi_period}",
    Logic = "Buys when the close is below the lower Bollinger band while the RSI is below the buy level. Sells when the close is back at the middle (or the opposite band), or after the bars a trade may last.",
    Failure = "Crashes and lasting declines: the price is below the band because it goes on falling, and each purchase is made earlier than the last. Many small gains, a few large losses.")]
public sealed class BollingerRsi : IndicatorStrategy<BollingerRsiParameters>, IHoldStrategy
{
    private const int Upper = 0, Middle = 1, Lower = 2, Rsi = 3, Average = 4;
    private static readonly ColumnKind[] s_bands = [Band(Upper), Band(Middle), Band(Lower)];
    private static readonly ColumnKind s_rsi = new("rsi", key => new RsiParameters { Period = (int)key.First });
    private static readonly ColumnKind s_average = new("sma", key => new SmaParameters { Period = (int)key.First });

    /// <inheritdoc/>
    public override IReadOnlyList<StrategyPreset> Presets { get; } =
    [
        new("standard", "Standard", "20 bars, two deviations, out at the middle.", new BollingerRsiParameters()),
        new("quick", "Quick", "A very short RSI inside a rising trend, a few bars a trade.", new BollingerRsiParameters
        {
            Period = 10, Deviations = 1.5, RsiPeriod = 3, BuyLevel = 15, LongestTrade = 6, TrendPeriod = 200,
        }),
        new("patient", "Patient", "Waits for two and a half deviations and holds until the opposite band.", new BollingerRsiParameters
        {
            Deviations = 2.5, BuyLevel = 35, Exit = BollingerExit.OppositeBand, LongestTrade = 60,
        }),
    ];

    /// <inheritdoc/>
    public bool BitsSayAll => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryHold(BarSeries bars, in StrategyColumns columns, StrategyParameters parameters, Span<ulong> held, Span<ulong> anew)
    {
        var values = (BollingerRsiParameters)parameters;
        if (values.Sides != TradeSides.LongOnly)
        {
            return false;
        }

        ReadOnlySpan<double> lower = columns[Lower], goal = columns[values.Exit == BollingerExit.Middle ? Middle : Upper], rsi = columns[Rsi], close = bars.Close;
        var trend = values.TrendPeriod == 0 ? default : columns[Average];
        var trade = new TimedHold(values.LongestTrade);
        // The last bar of the word before: was it held, was there a signal?
        ulong before = 0, asked = 0;
        for (int word = 0; word < held.Length; word++)
        {
            int first = word * Comparison.Word, count = Math.Min(Comparison.Word, close.Length - first);
            var prices = close.Slice(first, count);
            ulong buy = Comparison.Bits(prices, lower.Slice(first, count)).Below & Comparison.From(values.WarmUpBars, first);
            buy &= buy == 0 ? 0 : Comparison.Below(rsi.Slice(first, count), values.BuyLevel);
            buy &= buy == 0 || trend.IsEmpty ? buy : Comparison.Bits(prices, trend.Slice(first, count)).Above;
            ulong hold = buy == 0 && !trade.IsOpen ? 0 : trade.Run(first, buy, Comparison.AtLeast(prices, goal.Slice(first, count)));
            (held[word], anew[word]) = (hold, hold & (~((hold << 1) | before) | (buy & ~((buy << 1) | asked))));
            (before, asked) = (hold >> (Comparison.Word - 1), buy >> (Comparison.Word - 1));
        }

        return true;
    }

    /// <inheritdoc/>
    protected override void Columns(BollingerRsiParameters parameters, List<ColumnKey> columns)
    {
        foreach (var band in s_bands)
        {
            columns.Add(new(band, parameters.Period, parameters.Deviations));
        }

        columns.Add(new(s_rsi, parameters.RsiPeriod));
        if (parameters.TrendPeriod > 0)
        {
            columns.Add(new(s_average, parameters.TrendPeriod));
        }
    }

    /// <inheritdoc/>
    protected override void Decide(BarSeries bars, in StrategyColumns columns, BollingerRsiParameters parameters, Span<double> target)
    {
        ReadOnlySpan<double> upper = columns[Upper], lower = columns[Lower], rsi = columns[Rsi], close = bars.Close;
        ReadOnlySpan<double> longExit = parameters.Exit == BollingerExit.Middle ? columns[Middle] : upper;
        ReadOnlySpan<double> shortExit = parameters.Exit == BollingerExit.Middle ? columns[Middle] : lower;
        var trend = parameters.TrendPeriod == 0 ? default : columns[Average];
        bool both = parameters.Sides == TradeSides.LongAndShort;
        int since = 0, warm = parameters.WarmUpBars;
        int held = 0, asked = 0;
        for (int i = 0; i < target.Length; i++)
        {
            if (i < warm)
            {
                target[i] = double.NaN;
                continue;
            }

            int asks = close[i] < lower[i] && rsi[i] < parameters.BuyLevel && (trend.IsEmpty || close[i] > trend[i]) ? 1
                : both && close[i] > upper[i] && rsi[i] > 100 - parameters.BuyLevel && (trend.IsEmpty || close[i] < trend[i]) ? -1 : 0;
            int before = held;
            bool over = parameters.LongestTrade > 0 && i - since >= parameters.LongestTrade;
            if ((held > 0 && (over || close[i] >= longExit[i])) || (held < 0 && (over || close[i] <= shortExit[i])))
            {
                held = 0;
            }
            else if (held == 0 && asks != 0)
            {
                (held, since) = (asks, i);
            }

            // A signal that comes anew is said anew: a trade that was stopped out may begin again there.
            target[i] = held != before || held == 0 || (asks == held && asked != held) ? held : double.NaN;
            asked = asks;
        }
    }

    private static ColumnKind Band(int output) => new("bb", key => new BollingerBandsParameters { Period = (int)key.First, Deviations = key.Second }, output);
}

/// <summary>Parameters of <see cref="BollingerRsi"/>.</summary>
public sealed record BollingerRsiParameters : StrategyParameters
{
    /// <summary>Length of the bands.</summary>
    [Range(2, 500), Unit("bars"), Sweep(10, 40, 2), Display(Name = "Band", Description = "Bars of the bands' middle and width.")]
    public int Period { get; init; } = 20;

    /// <summary>Half width of the bands.</summary>
    [Range(0.1, 10), Unit("deviations"), Sweep(1.5, 3, 0.25), Display(Name = "Width", Description = "Standard deviations from the middle to either band.")]
    public double Deviations { get; init; } = 2;

    /// <summary>Length of the RSI.</summary>
    [Range(2, 200), Unit("bars"), Sweep(2, 20, 2), Display(Name = "RSI", Description = "Bars of the RSI's averages.")]
    public int RsiPeriod { get; init; } = 14;

    /// <summary>RSI below which it buys.</summary>
    [Range(1, 50), Unit("points"), Sweep(10, 45, 5), Display(Name = "Buy level", Description = "It buys only with an RSI below this; short sales mirror it.")]
    public double BuyLevel { get; init; } = 35;

    /// <summary>Where a trade ends.</summary>
    [Display(Name = "Exit", Description = "middle ends a trade at the band's middle; opposite-band waits for the other side.")]
    public BollingerExit Exit { get; init; } = BollingerExit.Middle;

    /// <summary>Bars after which a trade ends anyway; 0 is never.</summary>
    [Range(0, 1000), Unit("bars"), Sweep(0, 40, 10), Display(Name = "Longest trade", Description = "Bars after which it sells whatever happened; 0 is never.")]
    public int LongestTrade { get; init; } = 20;

    /// <summary>Bars of the average the close must be above to buy; 0 asks for none.</summary>
    [Range(0, 1000), Unit("bars"), Sweep(0, 200, 100), Display(Name = "Trend average", Description = "The close must be above an average of so many bars to buy, below it to sell short; 0 asks for none.")]
    public int TrendPeriod { get; init; }

    /// <summary>Sides it may take.</summary>
    [Display(Name = "Sides", Description = "long-only buys and sells what it holds; long-and-short also sells short by the mirrored rule.")]
    public TradeSides Sides { get; init; } = TradeSides.LongOnly;

    /// <inheritdoc/>
    public override int WarmUpBars => Math.Max(Math.Max(Period - 1, RsiPeriod), TrendPeriod - 1);
}

/// <summary>Where a trade of <see cref="BollingerRsi"/> ends.</summary>
public enum BollingerExit
{
    /// <summary>At the middle of the bands.</summary>
    Middle,

    /// <summary>At the band on the other side.</summary>
    OppositeBand,
}
