using AlphaFactory.Core.Indicators;
using AlphaFactory.Tests.Contracts;

namespace AlphaFactory.Tests.Core.Indicators;

public sealed class UniverseEvaluationTests
{
    [Fact]
    public void A_universe_gives_the_same_figures_on_any_number_of_threads()
    {
        var plan = new IndicatorPlan(OracleFiles.Columns);
        // Lengths differ, so that a table used again still holds longer columns of the symbol before.
        var universe = Enumerable.Range(0, 12).Select(seed => IndicatorCase.Bars(300 - (20 * (seed % 5)), seed)).ToArray();
        double[][][] one = Compute(1), three = Compute(3);
        for (int symbol = 0; symbol < universe.Length; symbol++)
        {
            var alone = plan.Compute(universe[symbol]);
            for (int column = 0; column < OracleFiles.Columns.Length; column++)
            {
                Assert.True(alone[column].SequenceEqual(one[symbol][column]), OracleFiles.Columns[column]);
                Assert.True(alone[column].SequenceEqual(three[symbol][column]), OracleFiles.Columns[column]);
            }
        }

        double[][][] Compute(int threads)
        {
            double[][][] result = new double[universe.Length][][];
            UniverseEvaluation.Run(plan, universe, threads, (symbol, table) => result[symbol] = [.. Enumerable.Range(0, table.ColumnCount).Select(column => table[column].ToArray())]);
            return result;
        }
    }

    [Fact]
    public void What_several_columns_need_is_computed_once()
    {
        // ATR, normalised ATR, SuperTrend and Keltner share one average true range; MACD's three lines are one step.
        Assert.Equal(4, new IndicatorPlan("atr_10", "natr_10", "supertrend_10_3", "keltner_upper_20_10_2").Steps.Count);
        Assert.Single(new IndicatorPlan("macd_12_26_9", "macd_signal_12_26_9", "macd_hist_12_26_9").Steps);
    }

    [Fact]
    public void A_plan_of_nothing_computes_nothing() => Assert.Equal((0, 40), (new IndicatorPlan([]).Compute(IndicatorCase.Bars(40)).ColumnCount, new IndicatorPlan([]).Compute(IndicatorCase.Bars(40)).Count));

    [Fact]
    public void No_thread_at_all_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => UniverseEvaluation.Run(new IndicatorPlan("sma_5"), [], 0, (_, _) => { }));
}
