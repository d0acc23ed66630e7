namespace AlphaFactory.Core.Statistics.Overfitting;

/// <summary>All ways to choose some of n places, in lexicographic order.</summary>
internal static class Combinations
{
    public static IEnumerable<int[]> Of(int places, int chosen)
    {
        int[] current = [.. Enumerable.Range(0, chosen)];
        while (true)
        {
            yield return current;
            int at = chosen - 1;
            while (at >= 0 && current[at] == places - chosen + at)
            {
                at--;
            }

            if (at < 0)
            {
                yield break;
            }

            current = [.. current];
            current[at]++;
            for (int next = at + 1; next < chosen; next++)
            {
                current[next] = current[next - 1] + 1;
            }
        }
    }
}
