using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Optimization;

/// <summary>Whether a sweep has any set at all: ranges of values that never fit together, or a condition that none meets, leave nothing to try.</summary>
internal static class SetPresence
{
    // A few hundredths of a second; whether a larger grid is empty shows when it was gone through.
    private const long MostLooked = 1 << 18;

    /// <summary>Refuses a grid that is small enough to be known as empty.</summary>
    /// <exception cref="RunSpecException">No combination is a set.</exception>
    public static void Require(SweepSpace space)
    {
        var reader = space.NewReader();
        long looked = Math.Min(space.Size, MostLooked), set = 0;
        while (set < looked && !reader.Read(set))
        {
            set++;
        }

        if (set == space.Size)
        {
            throw None(space, all: true);
        }
    }

    /// <summary>What to say of a sweep without a set.</summary>
    /// <param name="space">The grid.</param>
    /// <param name="all">True when every combination was looked at.</param>
    public static RunSpecException None(SweepSpace space, bool all)
    {
        string found = all ? "no combination of the ranges" : "no combination that was drawn from the ranges";
        return new RunSpecException([space.Definition.Where is { Length: > 0 } where
            ? $"where is \"{where}\", but {found} meets it and fits {space.Strategy.Id} as well. Change the condition or take other ranges."
            : $"ranges: {found} fits {space.Strategy.Id}, because the values forbid each other. Take other ranges."]);
    }
}
