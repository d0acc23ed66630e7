using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using AlphaFactory.Core.Indicators.Volatility;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Core.Strategies;

/// <summary>Waits for a quiet market and follows the side on which it breaks out.</summary>
[Strategy("bollinger-squeeze", "Bollinger squeeze breakout",
    Title = "Bollinger squeeze {period}/{deviations}, {channel} ATR",
    Logic = "A squeeze is on while the Bollinger bands lie inside a channel of average true ranges. After one that lasted long enough it buys the first close above the upper band, and sells when a close falls below the middle.",
    Failure = "Breakouts that fail: the price steps out of the band and back in, and the loss is taken at the middle. In markets that are never quiet it does not trade at all.")]
public sealed class BollingerSqueeze : IndicatorStrategy<BollingerSqueezeParameters>, IHoldStrategy
{
    private const int Upper = 0, Middle = 1, Lower = 2, ChannelTop = 3, ChannelBottom = 4;
    private static readonly ColumnKind[] s_bands = [Band(0), Band(1), Band(2)], s_channel = [Side(0), Side(2)];

    /// <inheritdoc/>
    public override IReadOnlyList<StrategyPreset> Presets { get; } =
    [
        new("classic", "Classic", "20 bars, two deviations inside one and a half true ranges.", new BollingerSqueezeParameters()),
        new("long-base", "Long base", "Ten quiet bars at least, held through shallow pullbacks by a 30-bar middle.", new BollingerSqueezeParameters
        {
            Period = 30, LeastBars = 10, Window = 15,
        }),
        new("intraday", "Intraday", "Ten bars and a narrow window, for minutes and hours.", new BollingerSqueezeParameters
        {
            Period = 10, LeastBars = 3, Window = 4, Channel = 1.25,
        }),
    ];

    /// <inheritdoc/>
    public bool BitsSayAll => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryHold(BarSeries bars, in StrategyColumns columns, StrategyParameters parameters, Span<ulong> held, Span<ulong> anew)
    {
        var values = (BollingerSqueezeParameters)parameters;
        if (values.Sides != TradeSides.LongOnly)
        {
            return false;
        }

        ReadOnlySpan<double> upper = columns[Upper], middle = columns[Middle], lower = columns[Lower], top = columns[ChannelTop], bottom = columns[ChannelBottom], close = bars.Close;
        int quiet = 0, lastSqueeze = int.MinValue / 2, least = values.LeastBars;
        bool holds = false;
        // The last bar of the word before: was it held, was there a signal?
        ulong before = 0, asked = 0;
        for (int word = 0; word < held.Length; word++)
        {
            int first = word * Comparison.Word, count = Math.Min(Comparison.Word, close.Length - first);
            var prices = close.Slice(first, count);
            ulong warm = Comparison.From(values.WarmUpBars, first);
            ulong inside = Comparison.Bits(upper.Slice(first, count), top.Slice(first, count)).Below & Comparison.Bits(lower.Slice(first, count), bottom.Slice(first, count)).Above & warm;
            ulong buy = Comparison.Bits(prices, upper.Slice(first, count)).Above & warm, sell = Comparison.Bits(prices, middle.Slice(first, count)).Below, hold = 0, asks = 0;
            for (int bit = 0; bit < count; bit++)
            {
                bool asksNow = first + bit - lastSqueeze <= values.Window && ((buy >> bit) & 1) != 0;
                quiet = ((inside >> bit) & 1) != 0 ? quiet + 1 : 0;
                lastSqueeze = quiet >= least ? first + bit : lastSqueeze;
                holds &= ((sell >> bit) & 1) == 0;
                if (!holds && asksNow)
                {
                    // One squeeze gives one entry.
                    (holds, quiet, lastSqueeze) = (true, 0, int.MinValue / 2);
                }

                hold |= holds ? 1UL << bit : 0;
                asks |= asksNow ? 1UL << bit : 0;
            }

            (held[word], anew[word]) = (hold, hold & (~((hold << 1) | before) | (asks & ~((asks << 1) | asked))));
            (before, asked) = (hold >> (Comparison.Word - 1), asks >> (Comparison.Word - 1));
        }

        return true;
    }

    /// <inheritdoc/>
    protected override void Columns(BollingerSqueezeParameters parameters, List<ColumnKey> columns)
    {
        foreach (var band in s_bands)
        {
            columns.Add(new(band, parameters.Period, parameters.Deviations));
        }

        foreach (var side in s_channel)
        {
            columns.Add(new(side, parameters.Period, parameters.Channel));
        }
    }

    /// <inheritdoc/>
    protected override void Decide(BarSeries bars, in StrategyColumns columns, BollingerSqueezeParameters parameters, Span<double> target)
    {
        ReadOnlySpan<double> upper = columns[Upper], middle = columns[Middle], lower = columns[Lower], top = columns[ChannelTop], bottom = columns[ChannelBottom], close = bars.Close;
        bool both = parameters.Sides == TradeSides.LongAndShort;
        int quiet = 0, lastSqueeze = int.MinValue / 2, warm = parameters.WarmUpBars;
        int held = 0, asked = 0;
        for (int i = 0; i < target.Length; i++)
        {
            if (i < warm)
            {
                target[i] = double.NaN;
                continue;
            }

            bool ready = i - lastSqueeze <= parameters.Window;
            quiet = upper[i] < top[i] && lower[i] > bottom[i] ? quiet + 1 : 0;
            lastSqueeze = quiet >= parameters.LeastBars ? i : lastSqueeze;
            int asks = !ready ? 0 : close[i] > upper[i] ? 1 : both && close[i] < lower[i] ? -1 : 0, before = held;
            if ((held > 0 && close[i] < middle[i]) || (held < 0 && close[i] > middle[i]))
            {
                held = 0;
            }

            if (held == 0 && asks != 0)
            {
                held = asks;
                // One squeeze gives one entry.
                (quiet, lastSqueeze) = (0, int.MinValue / 2);
            }

            // A signal that comes anew is said anew: a trade that was stopped out may begin again there.
            target[i] = held != before || held == 0 || (asks == held && asked != held) ? held : double.NaN;
            asked = asks;
        }
    }

    private static ColumnKind Band(int output) => new("bb", key => new BollingerBandsParameters { Period = (int)key.First, Deviations = key.Second }, output);

    private static ColumnKind Side(int output) =>
        new("keltner", key => new KeltnerParameters { Period = (int)key.First, RangePeriod = (int)key.First, Multiplier = key.Second }, output);
}

/// <summary>Parameters of <see cref="BollingerSqueeze"/>.</summary>
public sealed record BollingerSqueezeParameters : StrategyParameters
{
    /// <summary>Length of bands and channel.</summary>
    [Range(2, 500), Unit("bars"), Sweep(10, 40, 2), Display(Name = "Band", Description = "Bars of the bands, the channel and its true range.")]
    public int Period { get; init; } = 20;

    /// <summary>Half width of the bands.</summary>
    [Range(0.1, 10), Unit("deviations"), Sweep(1.5, 2.5, 0.25), Display(Name = "Width", Description = "Standard deviations from the middle to either band.")]
    public double Deviations { get; init; } = 2;

    /// <summary>Half width of the channel.</summary>
    [Range(0.1, 10), Unit("ATR"), Sweep(1, 2, 0.25), Display(Name = "Channel", Description = "Average true ranges from the middle to either side; bands inside it are a squeeze.")]
    public double Channel { get; init; } = 1.5;

    /// <summary>Bars a squeeze must last.</summary>
    [Range(1, 250), Unit("bars"), Sweep(2, 12, 2), Display(Name = "Squeeze", Description = "Bars in a row that make a squeeze worth waiting for.")]
    public int LeastBars { get; init; } = 5;

    /// <summary>Bars after a squeeze in which a breakout counts.</summary>
    [Range(1, 250), Unit("bars"), Sweep(2, 20, 3), Display(Name = "Window", Description = "Bars after the squeeze in which a breakout counts.")]
    public int Window { get; init; } = 8;

    /// <summary>Sides it may take.</summary>
    [Display(Name = "Sides", Description = "long-only buys and sells what it holds; long-and-short also sells short by the mirrored rule.")]
    public TradeSides Sides { get; init; } = TradeSides.LongOnly;

    /// <inheritdoc/>
    public override int WarmUpBars => Period;
}
