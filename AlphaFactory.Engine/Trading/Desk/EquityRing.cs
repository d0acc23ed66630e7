namespace AlphaFactory.Engine.Trading.Desk;

/// <summary>The last points of an equity line, in a room that does not grow. One thread adds, any may read.</summary>
/// <param name="capacity">Points kept.</param>
internal sealed class EquityRing(int capacity = EquityRing.Usual)
{
    public const int Usual = 10_000;

    private readonly DateTimeOffset[] _at = new DateTimeOffset[capacity];
    private readonly double[] _equity = new double[capacity];
    private readonly Lock _lock = new();
    private long _next;

    /// <summary>Number of the point that comes next.</summary>
    public long Next
    {
        get
        {
            lock (_lock)
            {
                return _next;
            }
        }
    }

    /// <summary>Adds a point.</summary>
    public void Add(DateTimeOffset at, double equity)
    {
        lock (_lock)
        {
            int place = (int)(_next++ % capacity);
            (_at[place], _equity[place]) = (at, equity);
        }
    }

    /// <summary>The points from a number on, as far as they are kept.</summary>
    public EquityPoints From(long first)
    {
        lock (_lock)
        {
            first = Math.Max(first, Math.Max(0, _next - capacity));
            int count = (int)Math.Max(0, _next - first);
            var at = new DateTimeOffset[count];
            double[] equity = new double[count];
            for (int i = 0; i < count; i++)
            {
                int place = (int)((first + i) % capacity);
                (at[i], equity[i]) = (_at[place], _equity[place]);
            }

            return count == 0 ? EquityPoints.None with { First = first } : new EquityPoints(first, at, equity);
        }
    }
}
