using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Prices;

/// <summary>
/// The bars of one symbol as columns, oldest first, ready to compute on. Immutable: a run, a chart and an indicator may
/// share one instance. Prices are in the quote currency, already adjusted as <see cref="Identity"/> says; volume in shares.
/// </summary>
public sealed class BarSeries
{
    private readonly long[] _times;
    private readonly double[] _open, _high, _low, _close, _volume;
    private readonly int _start;

    /// <summary>Takes over the arrays; the caller must not change them afterwards.</summary>
    /// <param name="identity">Symbol, interval, source and adjustment.</param>
    /// <param name="times">Start of each bar in Unix milliseconds UTC, strictly rising; a daily bar carries midnight UTC of its trading day.</param>
    /// <param name="open">First price of each bar.</param>
    /// <param name="high">Highest price of each bar.</param>
    /// <param name="low">Lowest price of each bar.</param>
    /// <param name="close">Last price of each bar.</param>
    /// <param name="volume">Shares traded in each bar.</param>
    /// <exception cref="ArgumentException">The columns differ in length or the times do not rise.</exception>
    public BarSeries(SeriesIdentity identity, long[] times, double[] open, double[] high, double[] low, double[] close, double[] volume)
    {
        int n = times.Length;
        if (open.Length != n || high.Length != n || low.Length != n || close.Length != n || volume.Length != n)
        {
            throw new ArgumentException($"The columns of {identity.Symbol} differ in length: {n} times, {open.Length} opens, {high.Length} highs, {low.Length} lows, {close.Length} closes, {volume.Length} volumes. Give every bar all six values.");
        }

        for (int i = 1; i < n; i++)
        {
            if (times[i] <= times[i - 1])
            {
                throw new ArgumentException($"Bar {i} of {identity.Symbol} does not come after the bar before it. Sort the bars by time and drop duplicates.", nameof(times));
            }
        }

        (Identity, _times, _open, _high, _low, _close, _volume, Count) = (identity, times, open, high, low, close, volume, n);
        IsFinite = Finite.All(open) && Finite.All(high) && Finite.All(low) && Finite.All(close) && Finite.All(volume);
    }

    private BarSeries(BarSeries whole, int start, int count)
    {
        (Identity, _times, _open, _high, _low, _close, _volume) = (whole.Identity, whole._times, whole._open, whole._high, whole._low, whole._close, whole._volume);
        (_start, Count, IsFinite, Actions, DividendsLeftOut, IsRescaled) = (whole._start + start, count, whole.IsFinite, whole.Actions, whole.DividendsLeftOut, whole.IsRescaled);
    }

    /// <summary>Symbol, interval, source and adjustment.</summary>
    public SeriesIdentity Identity { get; }

    /// <summary>Number of bars.</summary>
    public int Count { get; }

    /// <summary>Dividends and splits of raw prices, oldest first; empty where prices are adjusted. A part of a series keeps those of the whole.</summary>
    public IReadOnlyList<CorporateAction> Actions { get; init; } = [];

    /// <summary>Dividends that prices adjusted for splits alone leave out, in adjusted shares; empty otherwise.</summary>
    public IReadOnlyList<CorporateAction> DividendsLeftOut { get; init; } = [];

    /// <summary>True when some price differs from the one that was traded.</summary>
    public bool IsRescaled { get; init; }

    /// <summary>True when the last bar is the last the share ever had.</summary>
    public bool EndsDelisted => Identity.DelistedOn is { } day && Count > 0 && DateAt(Count - 1) >= day;

    /// <summary>True when no price and no volume is NaN or infinite. A part of a series answers for the whole it was cut from.</summary>
    public bool IsFinite { get; }

    /// <summary>Start of each bar, Unix milliseconds UTC.</summary>
    public ReadOnlySpan<long> Times => _times.AsSpan(_start, Count);

    /// <summary>First price of each bar.</summary>
    public ReadOnlySpan<double> Open => _open.AsSpan(_start, Count);

    /// <summary>Highest price of each bar.</summary>
    public ReadOnlySpan<double> High => _high.AsSpan(_start, Count);

    /// <summary>Lowest price of each bar.</summary>
    public ReadOnlySpan<double> Low => _low.AsSpan(_start, Count);

    /// <summary>Last price of each bar.</summary>
    public ReadOnlySpan<double> Close => _close.AsSpan(_start, Count);

    /// <summary>Shares traded in each bar.</summary>
    public ReadOnlySpan<double> Volume => _volume.AsSpan(_start, Count);

    /// <summary>Start of bar <paramref name="index"/> as an instant.</summary>
    public DateTimeOffset TimeAt(int index) => DateTimeOffset.FromUnixTimeMilliseconds(Times[index]);

    /// <summary>Trading day of bar <paramref name="index"/> for daily bars; the UTC date otherwise.</summary>
    public DateOnly DateAt(int index) => DateOnly.FromDateTime(TimeAt(index).UtcDateTime);

    /// <summary>A view on <paramref name="count"/> bars from <paramref name="start"/>; the columns are shared, not copied.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range leaves the series.</exception>
    public BarSeries Slice(int start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start + count, Count, nameof(count));
        return new BarSeries(this, start, count);
    }

    /// <summary>The bars whose trading day lies in the closed range; an absent bound is open.</summary>
    public BarSeries Between(DateOnly? from, DateOnly? to)
    {
        int start = 0, end = Count;
        while (from is { } first && start < end && DateAt(start) < first)
        {
            start++;
        }

        while (to is { } last && end > start && DateAt(end - 1) > last)
        {
            end--;
        }

        return Slice(start, end - start);
    }
}
