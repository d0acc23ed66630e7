using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using AlphaFactory.Core.Indicators.Averages;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Core.Strategies;

/// <summary>Long while a fast average of closes is above a slow one. The reference strategy: every engine is tested with it.</summary>
[Strategy("sma-crossover", "SMA crossover",
    Title = "SMA crossover {fast}/{slow}",
    Logic = "Buys when the fast average of closes crosses above the slow one and sells when it crosses back below.",
    Failure = "Sideways markets: the averages cross back and forth, and each false cross costs a small loss and two commissions. It also gives back part of every trend, because averages turn late.")]
public sealed class SmaCrossover : IndicatorStrategy<SmaCrossoverParameters>, IHoldStrategy
{
    private static readonly ColumnKind s_average = new("sma", key => new SmaParameters { Period = (int)key.First });

    /// <inheritdoc/>
    public override IReadOnlyList<StrategyPreset> Presets { get; } =
    [
        new("classic", "Classic", "A month against a quarter of daily bars: the reference every engine is tested with.", new SmaCrossoverParameters()),
        new("golden-cross", "Golden cross", "50 against 200 bars: few trades, held for months.", new SmaCrossoverParameters { Fast = 50, Slow = 200 }),
        new("swift", "Swift", "10 against 30 bars: turns sooner and is wrong more often.", new SmaCrossoverParameters { Fast = 10, Slow = 30 }),
    ];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryHold(BarSeries bars, in StrategyColumns columns, StrategyParameters parameters, Span<ulong> held, Span<ulong> anew)
    {
        ReadOnlySpan<double> fast = columns[0], slow = columns[1];
        bool fresh = ((SmaCrossoverParameters)parameters).Entry == SmaCrossoverEntry.Cross;
        // The last bar of the word before: was fast above, were both there, was the position held?
        ulong above = 0, known = 0, before = 0;
        for (int word = 0; word < held.Length; word++)
        {
            int first = word * Comparison.Word, count = Math.Min(Comparison.Word, fast.Length - first);
            var (rise, fall) = Comparison.Bits(fast.Slice(first, count), slow.Slice(first, count));
            ulong hold = rise;
            if (fresh)
            {
                // Where neither is larger the averages are equal or one has no value; that is rare and worth a closer look.
                ulong there = (rise | fall) == ulong.MaxValue ? ulong.MaxValue : rise | fall | Comparison.Equal(fast.Slice(first, count), slow.Slice(first, count));
                hold = Latch.Run(rise & ~((rise << 1) | above) & ((there << 1) | known), fall, before);
                (above, known, before) = (rise >> (Comparison.Word - 1), there >> (Comparison.Word - 1), hold >> (Comparison.Word - 1));
            }

            held[word] = hold;
        }

        return true;
    }

    /// <inheritdoc/>
    protected override void Columns(SmaCrossoverParameters parameters, List<ColumnKey> columns)
    {
        columns.Add(new(s_average, parameters.Fast));
        columns.Add(new(s_average, parameters.Slow));
    }

    /// <inheritdoc/>
    protected override void Decide(BarSeries bars, in StrategyColumns columns, SmaCrossoverParameters parameters, Span<double> target)
    {
        ReadOnlySpan<double> fast = columns[0], slow = columns[1];
        double held = double.NaN;
        for (int i = 0; i < target.Length; i++)
        {
            if (!double.IsNaN(slow[i]) && !double.IsNaN(fast[i]))
            {
                held = parameters.Entry == SmaCrossoverEntry.State ? (fast[i] > slow[i] ? 1 : 0) : AfterCross(fast, slow, i, held);
            }

            target[i] = held;
        }
    }

    private static double AfterCross(ReadOnlySpan<double> fast, ReadOnlySpan<double> slow, int bar, double held)
    {
        // A cross needs both averages on the bar before, too; NaN there compares false and no cross is seen.
        if (bar > 0 && fast[bar] > slow[bar] && fast[bar - 1] <= slow[bar - 1])
        {
            return 1;
        }

        return bar > 0 && fast[bar] < slow[bar] && fast[bar - 1] >= slow[bar - 1] ? 0 : double.IsNaN(held) ? 0 : held;
    }
}

/// <summary>Parameters of <see cref="SmaCrossover"/>.</summary>
public sealed record SmaCrossoverParameters : StrategyParameters, IValidatableObject
{
    /// <summary>Length of the fast average.</summary>
    [Range(1, 1000), Unit("bars"), Sweep(5, 60, 1), Display(Name = "Fast average", Description = "Bars in the average that reacts first.")]
    public int Fast { get; init; } = 20;

    /// <summary>Length of the slow average.</summary>
    [Range(2, 2000), Unit("bars"), Sweep(20, 200, 2), Display(Name = "Slow average", Description = "Bars in the average that says which way the trend goes.")]
    public int Slow { get; init; } = 50;

    /// <summary>What makes an entry.</summary>
    [Display(Name = "Entry", Description = "cross waits for a fresh cross; state is long whenever the fast average is above the slow one, from the first bar where both exist.")]
    public SmaCrossoverEntry Entry { get; init; } = SmaCrossoverEntry.Cross;

    /// <inheritdoc/>
    public override int WarmUpBars => Slow - 1;

    /// <inheritdoc/>
    public override bool Fits => Fast < Slow;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Fast >= Slow)
        {
            yield return new ValidationResult($"fast is {Fast} and slow is {Slow}, but fast must be below slow. Lower fast or raise slow.", [nameof(Fast), nameof(Slow)]);
        }
    }
}

/// <summary>When <see cref="SmaCrossover"/> enters.</summary>
public enum SmaCrossoverEntry
{
    /// <summary>On a fresh cross, with both averages defined on the bar before.</summary>
    Cross,

    /// <summary>Whenever the fast average is above the slow one.</summary>
    State,
}
