using System.ComponentModel.DataAnnotations;
using System.Numerics;
using System.Runtime.CompilerServices;
using AlphaFactory.Core.Indicators.Averages;
using AlphaFactory.Core.Indicators.Momentum;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Core.Strategies;

/// <summary>Buys a dip once it turns: a low RSI first, then the MACD line back above its signal.</summary>
[Strategy("rsi-macd", "RSI + MACD confluence",
    Title = "RSI + MACD {rsi_period}, {fast}/{slow}/{signal}",
    Logic = "Buys when the MACD line crosses above its signal while the RSI was below the buy level a few bars ago at most, and the close is above its trend average. Sells when the RSI passes the sell level or the MACD line crosses back below.",
    Failure = "Falling markets without the trend average: every pause in the fall looks like a turn. In a strong rise the RSI never gets low and it stays out; two conditions that both wait for closes enter late.")]
public sealed class RsiMacd : IndicatorStrategy<RsiMacdParameters>, IHoldStrategy
{
    private const int Rsi = 0, Histogram = 1, Average = 2;
    private static readonly ColumnKind s_rsi = new("rsi", key => new RsiParameters { Period = (int)key.First });
    private static readonly ColumnKind s_histogram = new("macd", key => new MacdParameters { Fast = (int)key.First, Slow = (int)key.Second, Signal = (int)key.Third }, output: 2);
    private static readonly ColumnKind s_average = new("sma", key => new SmaParameters { Period = (int)key.First });

    /// <inheritdoc/>
    public override IReadOnlyList<StrategyPreset> Presets { get; } =
    [
        new("conservative", "Conservative", "Dips inside a rising 200-bar trend only: few trades.", new RsiMacdParameters()),
        new("aggressive", "Aggressive", "Faster averages, no trend asked for, a higher sell level: more trades, deeper falls.", new RsiMacdParameters
        {
            RsiPeriod = 9, BuyLevel = 45, SellLevel = 80, Fast = 8, Slow = 21, Signal = 5, TrendPeriod = 0,
        }),
        new("scalping", "Scalping", "Made for minutes: a very short RSI and MACD, out again within a few bars. Costs decide whether it is worth anything.", new RsiMacdParameters
        {
            RsiPeriod = 5, BuyLevel = 30, SellLevel = 65, Memory = 4, Fast = 5, Slow = 13, Signal = 4, TrendPeriod = 0,
        }),
    ];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryHold(BarSeries bars, in StrategyColumns columns, StrategyParameters parameters, Span<ulong> held, Span<ulong> anew)
    {
        var values = (RsiMacdParameters)parameters;
        if (values.Sides != TradeSides.LongOnly)
        {
            return false;
        }

        ReadOnlySpan<double> rsi = columns[Rsi], histogram = columns[Histogram], close = bars.Close;
        var trend = values.TrendPeriod == 0 ? default : columns[Average];
        int lastLow = int.MinValue / 2, warm = values.WarmUpBars;
        // The last bar of the word before: was the histogram at most 0, was it at least 0, was the position held?
        ulong atMost = 0, atLeast = 0, before = 0;
        for (int word = 0; word < held.Length; word++)
        {
            int first = word * Comparison.Word, count = Math.Min(Comparison.Word, rsi.Length - first);
            ReadOnlySpan<double> index = rsi.Slice(first, count), bar = histogram.Slice(first, count);
            ulong up = Comparison.AtMost(bar, 0), down = Comparison.AtLeast(bar, 0), low = Comparison.Below(index, values.BuyLevel);
            (ulong wasUp, ulong wasDown) = ((up << 1) | atMost, (down << 1) | atLeast);
            (atMost, atLeast) = (up >> (Comparison.Word - 1), down >> (Comparison.Word - 1));
            ulong buy = Comparison.Above(bar, 0) & wasUp & Comparison.From(warm, first);
            if (buy != 0 && !trend.IsEmpty)
            {
                buy &= Comparison.Bits(close.Slice(first, count), trend.Slice(first, count)).Above;
            }

            for (ulong left = buy; left != 0; left &= left - 1)
            {
                int at = BitOperations.TrailingZeroCount(left);
                ulong lows = low & (ulong.MaxValue >> (Comparison.Word - 1 - at));
                int latest = lows != 0 ? first + BitOperations.Log2(lows) : lastLow;
                buy &= first + at - latest < values.Memory ? ulong.MaxValue : ~(1UL << at);
            }

            lastLow = low != 0 ? first + BitOperations.Log2(low) : lastLow;
            // A purchase goes before a sale on the same bar.
            ulong sell = ((Comparison.Below(bar, 0) & wasDown) | Comparison.Above(index, values.SellLevel)) & ~buy;
            held[word] = Latch.Run(buy, sell, before);
            before = held[word] >> (Comparison.Word - 1);
        }

        return true;
    }

    /// <inheritdoc/>
    protected override void Columns(RsiMacdParameters parameters, List<ColumnKey> columns)
    {
        columns.Add(new(s_rsi, parameters.RsiPeriod));
        columns.Add(new(s_histogram, parameters.Fast, parameters.Slow, parameters.Signal));
        if (parameters.TrendPeriod > 0)
        {
            columns.Add(new(s_average, parameters.TrendPeriod));
        }
    }

    /// <inheritdoc/>
    protected override void Decide(BarSeries bars, in StrategyColumns columns, RsiMacdParameters parameters, Span<double> target)
    {
        ReadOnlySpan<double> rsi = columns[Rsi], histogram = columns[Histogram], close = bars.Close;
        var trend = parameters.TrendPeriod == 0 ? default : columns[Average];
        bool both = parameters.Sides == TradeSides.LongAndShort;
        int lastLow = int.MinValue / 2, lastHigh = int.MinValue / 2, warm = parameters.WarmUpBars;
        double held = 0;
        for (int i = 0; i < target.Length; i++)
        {
            lastLow = rsi[i] < parameters.BuyLevel ? i : lastLow;
            lastHigh = rsi[i] > 100 - parameters.BuyLevel ? i : lastHigh;
            if (i < warm)
            {
                target[i] = double.NaN;
                continue;
            }

            bool up = histogram[i] > 0 && histogram[i - 1] <= 0, down = histogram[i] < 0 && histogram[i - 1] >= 0;
            if ((held > 0 && (down || rsi[i] > parameters.SellLevel)) || (held < 0 && (up || rsi[i] < 100 - parameters.SellLevel)))
            {
                held = 0;
            }

            if (up && i - lastLow < parameters.Memory && (trend.IsEmpty || close[i] > trend[i]))
            {
                held = 1;
            }
            else if (both && down && i - lastHigh < parameters.Memory && (trend.IsEmpty || close[i] < trend[i]))
            {
                held = -1;
            }

            target[i] = held;
        }
    }
}

/// <summary>Parameters of <see cref="RsiMacd"/>.</summary>
public sealed record RsiMacdParameters : StrategyParameters, IValidatableObject
{
    /// <summary>Length of the RSI.</summary>
    [Range(2, 200), Unit("bars"), Sweep(5, 25, 1), Display(Name = "RSI", Description = "Bars of the RSI's averages.")]
    public int RsiPeriod { get; init; } = 14;

    /// <summary>RSI below which a dip counts.</summary>
    [Range(1, 99), Unit("points"), Sweep(25, 50, 5), Display(Name = "Buy level", Description = "The RSI must have been below this; short sales mirror it.")]
    public double BuyLevel { get; init; } = 40;

    /// <summary>RSI above which a long position is sold.</summary>
    [Range(1, 99), Unit("points"), Sweep(60, 85, 5), Display(Name = "Sell level", Description = "A long position is sold when the RSI passes this; short sales mirror it.")]
    public double SellLevel { get; init; } = 70;

    /// <summary>How long a low RSI counts.</summary>
    [Range(1, 250), Unit("bars"), Sweep(3, 15, 3), Display(Name = "Memory", Description = "Bars, with this one, within which the low RSI must lie.")]
    public int Memory { get; init; } = 10;

    /// <summary>Bars of the MACD's fast average.</summary>
    [Range(2, 500), Unit("bars"), Sweep(5, 15, 1), Display(Name = "MACD fast", Description = "Bars in the average that reacts first.")]
    public int Fast { get; init; } = 12;

    /// <summary>Bars of the MACD's slow average.</summary>
    [Range(3, 1000), Unit("bars"), Sweep(20, 40, 2), Display(Name = "MACD slow", Description = "Bars in the average that reacts last.")]
    public int Slow { get; init; } = 26;

    /// <summary>Bars of the MACD's signal line.</summary>
    [Range(2, 500), Unit("bars"), Sweep(4, 14, 1), Display(Name = "MACD signal", Description = "Bars in the average of the MACD line.")]
    public int Signal { get; init; } = 9;

    /// <summary>Bars of the average the close must be above; 0 asks for none.</summary>
    [Range(0, 1000), Unit("bars"), Sweep(0, 200, 100), Display(Name = "Trend average", Description = "The close must be above an average of so many bars to buy, below it to sell short; 0 asks for none.")]
    public int TrendPeriod { get; init; } = 200;

    /// <summary>Sides it may take.</summary>
    [Display(Name = "Sides", Description = "long-only buys and sells what it holds; long-and-short also sells short by the mirrored rule.")]
    public TradeSides Sides { get; init; } = TradeSides.LongOnly;

    /// <inheritdoc/>
    public override int WarmUpBars => Math.Max(Math.Max(RsiPeriod, Slow + Signal - 1), TrendPeriod - 1);

    /// <inheritdoc/>
    public override bool Fits => Fast < Slow && BuyLevel < SellLevel;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Fast >= Slow)
        {
            yield return new ValidationResult($"fast is {Fast} and slow is {Slow}, but fast must be below slow. Lower fast or raise slow.", [nameof(Fast), nameof(Slow)]);
        }

        if (BuyLevel >= SellLevel)
        {
            yield return new ValidationResult(FormattableString.Invariant($"buy_level is {BuyLevel} and sell_level is {SellLevel}, but buy_level must be below sell_level. Lower buy_level or raise sell_level."), [nameof(BuyLevel), nameof(SellLevel)]);
        }
    }
}
