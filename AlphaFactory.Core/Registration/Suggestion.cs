namespace AlphaFactory.Core.Registration;

/// <summary>Finds what somebody probably meant, for the end of an error message.</summary>
public static class Suggestion
{
    /// <summary>The known word nearest to <paramref name="word"/>, or null when none is near enough to be worth saying.</summary>
    /// <param name="word">What was written.</param>
    /// <param name="known">What could have been written.</param>
    public static string? Closest(string word, IEnumerable<string> known)
    {
        int allowed = Math.Max(2, word.Length / 3);
        return known
            .Select(candidate => (candidate, distance: Distance(word, candidate)))
            .Where(pair => pair.distance <= allowed || (word.Length >= 3 && pair.candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    /// <summary><c> Did you mean "x"?</c> with a leading space, or nothing.</summary>
    public static string Sentence(string word, IEnumerable<string> known) =>
        Closest(word, known) is { } near ? $" Did you mean \"{near}\"?" : "";

    /// <summary>Levenshtein distance without regard to case; <c>-</c> and <c>_</c> count as the same letter.</summary>
    private static int Distance(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int above = row[j];
                int change = diagonal + (Fold(left[i - 1]) == Fold(right[j - 1]) ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }

        return row[^1];
    }

    private static char Fold(char letter) => letter == '-' ? '_' : char.ToLowerInvariant(letter);
}
