using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.CrossValidation;
using AlphaFactory.Engine.Validation;

namespace AlphaFactory.Tests.Engine.Optimization.CrossValidation;

public sealed class SplitWinnersTests
{
    private const int Days = 40, Fold = 10;

    [Fact]
    public void A_gain_that_spans_the_border_of_a_test_chooses_the_set_without_a_purge_and_not_with_one()
    {
        // Set 1 has no merit but a trade over the days 19 and 20: the days of the second fold begin at 10 and end at 19.
        double[] steady = [.. Enumerable.Range(0, Days).Select(day => day % 2 == 0 ? 0.004 : -0.002)];
        double[] leaking = [.. Enumerable.Range(0, Days).Select(day => day is 19 or 20 ? 0.5 : day % 2 == 0 ? 0.001 : -0.001)];
        Assert.Equal(1, Chosen(steady, leaking, purge: 0, embargo: 0));
        Assert.Equal(0, Chosen(steady, leaking, purge: 1, embargo: 0));
        Assert.Equal(0, Chosen(steady, leaking, purge: 0, embargo: 1));
    }

    [Fact]
    public void Of_equal_sets_the_lowest_number_wins_in_whatever_order_they_come()
    {
        double[] returns = [.. Enumerable.Range(0, Days).Select(day => day % 3 * 0.01)];
        var (first, second) = (Winners(0, 0), Winners(0, 0));
        first.Look(5, returns);
        second.Look(4, returns);
        first.Take(second);
        Assert.All(first.Best, best => Assert.Equal(4, best!.Value.Set));
        second.Look(9, returns);
        Assert.All(second.Best, best => Assert.Equal(4, best!.Value.Set));
    }

    [Fact]
    public void A_set_without_an_objective_is_never_chosen()
    {
        var winners = Winners(0, 0, "sharpe");
        winners.Look(0, new double[Days]);
        Assert.All(winners.Best, best => Assert.Null(best));
    }

    private static long Chosen(double[] steady, double[] leaking, int purge, int embargo)
    {
        var winners = Winners(purge, embargo);
        winners.Look(0, steady);
        winners.Look(1, leaking);
        return winners.Best[1]!.Value.Set;
    }

    private static SplitWinners Winners(int purge, int embargo, string objective = "total_return") =>
        new(PurgedSplits.KFold(Days, Days / Fold, purge, embargo), new SweepObjective(objective, StatisticRegistry.Shipped()));
}
