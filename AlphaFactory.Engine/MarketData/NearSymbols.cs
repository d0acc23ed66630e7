namespace AlphaFactory.Engine.MarketData;

/// <summary>Finds stored symbols that a mistyped one may have meant.</summary>
internal static class NearSymbols
{
    private const int Shown = 5;

    /// <summary>Symbols that contain <paramref name="wanted"/>, or differ from it in at most two letters (one for short ones); best first.</summary>
    public static IReadOnlyList<string> Find(string wanted, IEnumerable<string> stored)
    {
        int allowed = wanted.Length <= 3 ? 1 : 2;
        return [.. stored
            .Select(symbol => (symbol, Rank: symbol.Contains(wanted, StringComparison.Ordinal) ? 0 : Distance(wanted, symbol)))
            .Where(candidate => candidate.Rank <= allowed)
            .OrderBy(candidate => candidate.Rank)
            .ThenBy(candidate => candidate.symbol, StringComparer.Ordinal)
            .Take(Shown)
            .Select(candidate => candidate.symbol)];
    }

    /// <summary>Levenshtein distance: the fewest insertions, deletions and changes of one letter.</summary>
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
