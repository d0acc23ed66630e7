using AlphaFactory.Core.Prices;

namespace AlphaFactory.Core.Indicators;

/// <summary>Computes the columns of one plan for many symbols in parallel.</summary>
public static class UniverseEvaluation
{
    /// <summary>Hands each symbol's columns to a receiver. The figures do not depend on the number of threads; the order of the calls does.</summary>
    /// <param name="plan">The columns.</param>
    /// <param name="universe">The symbols.</param>
    /// <param name="threads">Most threads at a time, 1 or more.</param>
    /// <param name="receive">Called once a symbol, with its place in the universe; from several threads at a time. The table is used again afterwards: copy what is to be kept.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    public static void Run(IndicatorPlan plan, IReadOnlyList<BarSeries> universe, int threads, Action<int, IndicatorTable> receive)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        int next = -1;
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ =>
        {
            var table = new IndicatorTable(plan);
            for (int symbol = Interlocked.Increment(ref next); symbol < universe.Count; symbol = Interlocked.Increment(ref next))
            {
                plan.Compute(BarColumns.Of(universe[symbol]), table);
                receive(symbol, table);
            }
        });
    }
}
