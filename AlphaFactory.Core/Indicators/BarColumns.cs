using AlphaFactory.Core.Prices;

namespace AlphaFactory.Core.Indicators;

/// <summary>What a kernel reads: the columns of a stretch of bars without a gap, oldest first, and the columns of other indicators it asked for.</summary>
public readonly ref struct BarColumns
{
    private readonly ReadOnlySpan<double[]> _sources;
    private readonly int _start;

    /// <summary>Columns of equal length; those an indicator does not read may be empty.</summary>
    public BarColumns(ReadOnlySpan<long> times, ReadOnlySpan<double> open, ReadOnlySpan<double> high, ReadOnlySpan<double> low, ReadOnlySpan<double> close, ReadOnlySpan<double> volume)
    {
        Times = times;
        Open = open;
        High = high;
        Low = low;
        Close = close;
        Volume = volume;
    }

    private BarColumns(BarColumns whole, int start, int count, ReadOnlySpan<double[]> sources)
        : this(whole.Times.Slice(start, count), whole.Open.Slice(start, count), whole.High.Slice(start, count), whole.Low.Slice(start, count), whole.Close.Slice(start, count), whole.Volume.Slice(start, count))
    {
        _sources = sources;
        _start = whole._start + start;
    }

    /// <summary>True when every value is known to be finite; false when that must be searched.</summary>
    internal bool IsFinite { get; private init; }

    /// <summary>Number of bars.</summary>
    public int Count => Times.Length;

    /// <summary>Start of each bar, Unix milliseconds UTC.</summary>
    public ReadOnlySpan<long> Times { get; }

    /// <summary>First price of each bar.</summary>
    public ReadOnlySpan<double> Open { get; }

    /// <summary>Highest price of each bar.</summary>
    public ReadOnlySpan<double> High { get; }

    /// <summary>Lowest price of each bar.</summary>
    public ReadOnlySpan<double> Low { get; }

    /// <summary>Last price of each bar.</summary>
    public ReadOnlySpan<double> Close { get; }

    /// <summary>Shares traded in each bar.</summary>
    public ReadOnlySpan<double> Volume { get; }

    /// <summary>The columns of a series.</summary>
    public static BarColumns Of(BarSeries bars) => new(bars.Times, bars.Open, bars.High, bars.Low, bars.Close, bars.Volume) { IsFinite = bars.IsFinite };

    /// <summary>The column of another indicator, in the order of <see cref="IIndicator.Sources"/>; NaN during that one's warm-up.</summary>
    public ReadOnlySpan<double> Source(int index) => _sources[index].AsSpan(_start, Count);

    /// <summary>One column of the bar.</summary>
    public ReadOnlySpan<double> Field(PriceField field) => field switch
    {
        PriceField.Open => Open,
        PriceField.High => High,
        PriceField.Low => Low,
        PriceField.Close => Close,
        _ => Volume,
    };

    internal BarColumns Slice(int start, int count, ReadOnlySpan<double[]> sources) => new(this, start, count, sources);
}
