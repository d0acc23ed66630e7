using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.Search;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Tests.Engine.Optimization;

public sealed class SearchTests
{
    private static readonly SweepDefinition s_large = SweepRuns.Definition("sma-crossover", "fast=5..60", "slow=20..200:2");

    public static TheoryData<string> Chosen => ["random", "tpe"];

    [Theory]
    [MemberData(nameof(Chosen))]
    public void A_seed_gives_the_same_rows_on_any_number_of_threads(string method)
    {
        var definition = s_large with { Method = method, Budget = 60, Seed = 3 };
        string first = SweepRuns.Csv(definition, 1);
        Assert.Equal(first, SweepRuns.Csv(definition, 4));
        Assert.NotEqual(first, SweepRuns.Csv(definition with { Seed = 4 }, 1));
    }

    [Theory]
    [MemberData(nameof(Chosen))]
    public void Each_set_is_tried_once_and_the_best_ones_with_their_neighbours(string method)
    {
        string[] lines = SweepRuns.Csv(s_large with { Method = method, Budget = 60 }, 2).TrimEnd().Split('\n')[1..];
        string[] sets = [.. lines.Select(line => string.Join(',', line.Split(',')[..2]))];
        Assert.Equal(sets.Length, sets.Distinct().Count());
        Assert.True(sets.Length > 60, $"{sets.Length} rows, the neighbours of the best among them");
    }

    [Theory]
    [InlineData("random", 1_000_001, "budget is 1,000,001 but must be 1 to 1,000,000 for the method random")]
    [InlineData("random", 0, "budget is 0 but must be 1 to 1,000,000")]
    [InlineData("tpe", 20_001, "budget is 20,001 but must be 1 to 20,000 for the method tpe")]
    public void A_budget_that_would_fill_the_memory_is_refused(string method, int budget, string expected) =>
        Assert.Contains(expected, Assert.Throws<RunSpecException>(() => SweepRuns.Run(SweepRuns.Definition("sma-crossover", "fast=5..25", "slow=30..60") with { Method = method, Budget = budget })).Message, StringComparison.Ordinal);

    [Fact]
    public void A_budget_beyond_the_space_tries_all_of_it()
    {
        var small = SweepRuns.Definition("sma-crossover", "fast=5..9", "slow=20..40:10");
        Assert.Equal(SweepRuns.Run(small).Sets, SweepRuns.Run(small with { Method = "random", Budget = 5000 }).Sets);
    }

    [Fact]
    public void The_model_finds_a_hill_that_random_tries_of_the_same_number_mostly_miss()
    {
        var space = SweepRuns.Engine(s_large).Space;
        double Hill(long set)
        {
            int[] places = new int[2];
            space.Locate(set, places);
            return -(Math.Pow((places[0] - 40) / 56.0, 2) + Math.Pow((places[1] - 70) / 91.0, 2));
        }

        double Reached(ISearchMethod method, int seed)
        {
            var search = method.Begin(space, _ => true, 100, seed);
            double best = double.NegativeInfinity;
            while (search.Next() is { Count: > 0 } sets)
            {
                double[] objectives = [.. sets.Select(Hill)];
                best = Math.Max(best, objectives.Max());
                search.Tell(sets, objectives);
            }

            return best;
        }

        int better = Enumerable.Range(1, 20).Count(seed => Reached(new TpeSearch(), seed) >= Reached(new RandomSearch(), seed));
        Assert.True(better >= 15, $"better in {better} of 20 seeds");
    }

    [Fact]
    public void An_unknown_method_is_named_with_a_suggestion() =>
        Assert.Equal("There is no search method \"gird\". Did you mean \"grid\"? Known are grid, random, tpe.", SearchMethodRegistry.Shipped().Miss("gird"));
}
