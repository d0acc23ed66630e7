namespace AlphaFactory.Engine.Optimization;

/// <summary>How values are spread, in at most 64 bins of equal width. Bins are joined in pairs when a value falls outside, so nothing need be known beforehand.</summary>
public sealed class SweepHistogram
{
    /// <summary>Number of bins.</summary>
    public const int Bins = 64;

    private readonly long[] _counts = new long[Bins];
    private static readonly double s_narrowest = Math.ScaleB(1, -40);
    private long _first;

    /// <summary>Width of a bin, a power of two.</summary>
    public double Width { get; private set; } = s_narrowest;

    /// <summary>Number of values.</summary>
    public long Count { get; private set; }

    /// <summary>The bins that hold something and those between them, lowest first: lower edge and number of values.</summary>
    public IReadOnlyList<(double From, long Count)> Filled
    {
        get
        {
            int low = Array.FindIndex(_counts, count => count > 0), high = Array.FindLastIndex(_counts, count => count > 0);
            return low < 0 ? [] : [.. Enumerable.Range(low, high - low + 1).Select(bin => ((_first + bin) * Width, _counts[bin]))];
        }
    }

    /// <summary>Counts a finite value.</summary>
    public void Add(double value)
    {
        long bin = (long)Math.Floor(value / Width);
        if (Count == 0)
        {
            _first = bin - (Bins / 2);
        }

        while (bin < _first || bin >= _first + Bins || Math.Abs(value / Width) > 1e15)
        {
            Widen(bin);
            bin = (long)Math.Floor(value / Width);
        }

        _counts[bin - _first]++;
        Count++;
    }

    internal void Clear()
    {
        Array.Clear(_counts);
        (_first, Width, Count) = (0, s_narrowest, 0);
    }

    /// <summary>Joins bins in pairs and moves the window so that what is filled stays inside and the new bin comes nearer.</summary>
    private void Widen(long bin)
    {
        long[] before = [.. _counts];
        long first = _first, half = (long)Math.Floor(_first / 2.0);
        Array.Clear(_counts);
        Width *= 2;
        _first = bin < first ? half - (Bins / 2) + 1 : half;
        if (Count == 0)
        {
            return;
        }

        for (int i = 0; i < Bins; i++)
        {
            if (before[i] > 0)
            {
                _counts[(long)Math.Floor((first + i) / 2.0) - _first] += before[i];
            }
        }
    }
}
