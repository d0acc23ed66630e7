using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Statistics.Association;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Core.Statistics.Association;

public sealed class CorrelationTests
{
    [Fact]
    public void Pearson_of_five_pairs_is_the_one_by_hand()
    {
        // Sums of products around the means 3 and 4: 8.2; of squares: 10 and 8.08.
        Near.Equal(8.2 / Math.Sqrt(10 * 8.08), PearsonCorrelation.Of([1, 2, 3, 4, 5], [2, 3.8, 4.2, 4, 6]), 1e-12);
    }

    [Fact]
    public void Ranks_forget_distances_and_share_ties()
    {
        Assert.Equal(1, RankCorrelation.Of([1, 2, 3, 4], [1, 10, 100, 1000]), 12);
        Assert.Equal(-1, RankCorrelation.Of([1, 2, 3, 4], [9, 7, 0, -5]), 12);

        // Ranks 1 2.5 2.5 4 against 1 2 3 4: 4.5 over the root of 4.5 x 5.
        Near.Equal(4.5 / Math.Sqrt(4.5 * 5), RankCorrelation.Of([10, 20, 20, 30], [1, 2, 3, 4]), 1e-12);
    }

    [Fact]
    public void Both_agree_with_plain_formulas_on_random_samples_with_ties()
    {
        var random = new SeededRandom(11);
        for (int round = 0; round < 200; round++)
        {
            int n = 3 + (int)(40 * random.NextDouble());
            double[] x = [.. Enumerable.Range(0, n).Select(_ => Math.Round(8 * random.NextDouble()))], y = [.. x.Select(value => Math.Round((0.3 * value) + (6 * random.NextDouble())))];
            if (x.Distinct().Count() > 1 && y.Distinct().Count() > 1)
            {
                Near.Equal(PlainPearson(x, y), PearsonCorrelation.Of(x, y), 1e-9);
                Near.Equal(PlainPearson(PlainRanks(x), PlainRanks(y)), RankCorrelation.Of(x, y), 1e-9);
            }
        }
    }

    [Fact]
    public void A_sample_that_does_not_vary_has_no_correlation()
    {
        Assert.True(double.IsNaN(PearsonCorrelation.Of([1, 2, 3], [4, 4, 4])));
        Assert.True(double.IsNaN(RankCorrelation.Of([7, 7], [1, 2])));
        Assert.True(double.IsNaN(PearsonCorrelation.Of([1], [2])));
        Assert.True(double.IsNaN(PearsonCorrelation.Of([], [])));
        Assert.Throws<ArgumentException>(() => PearsonCorrelation.Of([1, 2], [1]));
    }

    [Fact]
    public void A_matrix_is_the_mean_of_its_blocks_on_complete_rows()
    {
        double[] a = [1, 2, 3, double.NaN, 4, 5], b = [2, 3.8, 4.2, 99, 4, 6], c = [1, 5, 2, 7, 2, double.NaN], flat = [1, 1, 1, 1, 1, 1];
        var matrix = new CorrelationMatrix(3);
        matrix.Add([a, b, c], 2);
        matrix.Add([b, a, flat], 2);

        double[] keptA = [1, 2, 3, 4], keptB = [2, 3.8, 4.2, 4], keptC = [1, 5, 2, 2];
        double whole = PearsonCorrelation.Of([1, 2, 3, 4, 5], [2, 3.8, 4.2, 4, 6]);
        Near.Equal((PearsonCorrelation.Of(keptA, keptB) + whole) / 2, matrix.Pearson(0, 1), 1e-12);
        Near.Equal(matrix.Pearson(0, 1), matrix.Pearson(1, 0), 1e-15);
        Near.Equal(RankCorrelation.Of(keptA, keptC), matrix.Rank(2, 0), 1e-12);
        Near.Equal(1, matrix.Pearson(0, 0), 1e-12);
        Assert.Equal((2, 9L, 1), (matrix.Blocks, matrix.Rows, matrix.BlocksOf(0, 2)));

        var apart = new CorrelationMatrix(3);
        apart.Add([b, a, flat], 2);
        var first = new CorrelationMatrix(3);
        first.Add([a, b, c], 2);
        first.Add(apart);
        Assert.Equal(matrix.Pearson(0, 1), first.Pearson(0, 1));
    }

    [Fact]
    public void A_block_of_too_few_complete_rows_does_not_count()
    {
        var matrix = new CorrelationMatrix(1);
        matrix.Add([new double[] { 1, double.NaN, 3 }], 3);
        Assert.Equal(0, matrix.Blocks);
        Assert.True(double.IsNaN(matrix.Pearson(0, 0)));
    }

    private static double PlainPearson(double[] x, double[] y)
    {
        double n = x.Length, sumX = x.Sum(), sumY = y.Sum();
        return ((n * x.Zip(y, (a, b) => a * b).Sum()) - (sumX * sumY)) / Math.Sqrt(((n * x.Sum(a => a * a)) - (sumX * sumX)) * ((n * y.Sum(b => b * b)) - (sumY * sumY)));
    }

    private static double[] PlainRanks(double[] values) => [.. values.Select(value => values.Count(other => other < value) + ((values.Count(other => other == value) + 1) / 2.0))];
}
