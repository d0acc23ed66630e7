namespace AlphaFactory.Engine.Studies;

/// <summary>Numbers of sets as ranges: ascending, apart from each other, none empty. Immutable.</summary>
public sealed class SetRanges
{
    private readonly (long First, long End)[] _ranges;

    private SetRanges((long First, long End)[] ranges) => _ranges = ranges;

    /// <summary>No sets.</summary>
    public static SetRanges Empty { get; } = new([]);

    /// <summary>The ranges: first number, and the one after the last.</summary>
    public IReadOnlyList<(long First, long End)> Ranges => _ranges;

    /// <summary>How many numbers there are.</summary>
    public long Count => _ranges.Sum(range => range.End - range.First);

    /// <summary>These numbers, in any order, each as often as it likes.</summary>
    public static SetRanges Of(IEnumerable<long> sets)
    {
        var ranges = new List<(long First, long End)>();
        foreach (long set in sets.Order())
        {
            Append(ranges, set, set + 1);
        }

        return new SetRanges([.. ranges]);
    }

    /// <summary>Ranges as they were read from a store.</summary>
    /// <exception cref="ArgumentException">One is empty, or they do not rise.</exception>
    public static SetRanges OfRanges(IEnumerable<(long First, long End)> ranges)
    {
        (long First, long End)[] all = [.. ranges];
        for (int i = 0; i < all.Length; i++)
        {
            if (all[i].First >= all[i].End || (i > 0 && all[i].First <= all[i - 1].End))
            {
                throw new ArgumentException($"Range {i} from {all[i].First} to {all[i].End} is empty or does not lie behind the one before it.", nameof(ranges));
            }
        }

        return new SetRanges(all);
    }

    /// <summary>The numbers of both.</summary>
    public SetRanges With(SetRanges other)
    {
        var joined = new List<(long First, long End)>(_ranges.Length + other._ranges.Length);
        int mine = 0, theirs = 0;
        while (mine < _ranges.Length || theirs < other._ranges.Length)
        {
            bool takeMine = theirs == other._ranges.Length || (mine < _ranges.Length && _ranges[mine].First <= other._ranges[theirs].First);
            var (first, end) = takeMine ? _ranges[mine++] : other._ranges[theirs++];
            Append(joined, first, end);
        }

        return new SetRanges([.. joined]);
    }

    /// <summary>Adds a range that starts at or behind the start of the last one.</summary>
    private static void Append(List<(long First, long End)> ranges, long first, long end)
    {
        if (ranges.Count > 0 && first <= ranges[^1].End)
        {
            ranges[^1] = (ranges[^1].First, Math.Max(end, ranges[^1].End));
        }
        else
        {
            ranges.Add((first, end));
        }
    }
}
