using AlphaFactory.Engine.Backtesting;

namespace AlphaFactory.Engine.Persistence.Runs;

/// <summary>Risk events as one compressed column beside a short list of words: a run may have thousands.</summary>
internal static class RiskEventColumns
{
    private const int Columns = 9;

    /// <summary>The events as columns one after the other, and the words that rules and codes are numbered by.</summary>
    public static (string Words, byte[] Packed) Encode(IReadOnlyList<RiskEvent> events)
    {
        string[] words = [.. events.SelectMany(one => new[] { one.Rule, one.Code }).Distinct().Order(StringComparer.Ordinal)];
        int n = events.Count;
        double[] values = new double[Columns * n];
        for (int i = 0; i < n; i++)
        {
            var one = events[i];
            double[] row =
            [
                one.Bar, Array.IndexOf(words, one.Rule), Array.IndexOf(words, one.Code), (int)one.Outcome, one.Wanted, one.Allowed, one.Value, one.Limit, one.IsTightest ? 1 : 0,
            ];
            for (int column = 0; column < Columns; column++)
            {
                values[(column * n) + i] = row[column];
            }
        }

        return (StoreJson.Write(words), ColumnCodec.Encode(values));
    }

    /// <exception cref="InvalidDataException">The bytes are not that many events.</exception>
    public static IReadOnlyList<RiskEvent> Decode(string? words, byte[]? packed, int count)
    {
        if (words is null || packed is null || count == 0)
        {
            return [];
        }

        string[] names = StoreJson.Read<string[]>(words);
        double[] values = ColumnCodec.DecodeDoubles(packed, Columns * count);
        double At(int column, int i) => values[(column * count) + i];
        return
        [
            .. Enumerable.Range(0, count).Select(i => new RiskEvent
            {
                Bar = (int)At(0, i),
                Rule = names[(int)At(1, i)],
                Code = names[(int)At(2, i)],
                Outcome = (RiskOutcome)(int)At(3, i),
                Wanted = At(4, i),
                Allowed = At(5, i),
                Value = At(6, i),
                Limit = At(7, i),
                IsTightest = At(8, i) != 0,
            }),
        ];
    }
}
