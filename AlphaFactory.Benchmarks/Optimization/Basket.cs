using AlphaFactory.Core.Statistics;

namespace AlphaFactory.Benchmarks.Optimization;

/// <summary>One way to choose parameters on every symbol: equal money in each account at the start, each left alone, added up day by day.</summary>
internal sealed class Basket
{
    private static readonly StatisticRegistry s_statistics = StatisticRegistry.Shipped();

    /// <param name="name">What people read.</param>
    /// <param name="capital">Money of one account at the start.</param>
    /// <param name="accounts">Equity at each close, one account a symbol, over the same days.</param>
    public Basket(string name, double capital, IReadOnlyList<double[]> accounts)
    {
        Name = name;
        Symbols = [.. accounts.Select(equity => Performance.FromEquity(capital, equity))];
        double[] all = new double[accounts[0].Length];
        foreach (double[] equity in accounts)
        {
            for (int day = 0; day < all.Length; day++)
            {
                all[day] += equity[day];
            }
        }

        All = Performance.FromEquity(capital * accounts.Count, all);
    }

    public string Name { get; }

    /// <summary>The accounts added up.</summary>
    public Performance All { get; }

    /// <summary>One performance a symbol.</summary>
    public IReadOnlyList<Performance> Symbols { get; }

    /// <summary>One figure; NaN when it is not defined.</summary>
    public static double Figure(Performance run, string id) => s_statistics.Compute(run, id).Value ?? double.NaN;

    /// <summary>Symbols on which the Sharpe ratio is higher than another way's; an account that never moved counts as 0.</summary>
    public int Better(Basket other) => Symbols.Zip(other.Symbols).Count(pair => Sharpe(pair.First) > Sharpe(pair.Second));

    private static double Sharpe(Performance run) => Figure(run, "sharpe") is var ratio && double.IsNaN(ratio) ? 0 : ratio;
}
