using System.Runtime.Intrinsics;
using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Tests.Core.Numerics;

/// <summary>Eight values at a step must be the recurrence they stand for.</summary>
public sealed class GeometricScanTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0)]
    public void Eight_at_a_step_is_the_plain_recurrence(double keep)
    {
        var random = new SeededRandom(3);
        double[] values = [.. Enumerable.Range(0, 61).Select(_ => random.NextDouble() - 0.5)];
        double expected = 0;
        double[] found = Scan(values, keep);
        for (int i = 0; i < values.Length; i++)
        {
            expected = (keep * expected) + values[i];
            Assert.Equal(expected, found[i], 1e-13);
        }
    }

    [Fact]
    public void A_value_never_changes_when_values_are_added()
    {
        var random = new SeededRandom(4);
        double[] values = [.. Enumerable.Range(0, 40).Select(_ => random.NextDouble())];
        double[] whole = Scan(values, 0.8);
        Assert.All(Enumerable.Range(1, values.Length), count => Assert.Equal(whole[..count], Scan(values[..count], 0.8)));
    }

    private static double[] Scan(double[] values, double keep)
    {
        var scan = new GeometricScan(keep);
        double[] result = new double[values.Length];
        for (int i = 0; i < values.Length; i += GeometricScan.Lanes)
        {
            double[] eight = new double[GeometricScan.Lanes];
            values.AsSpan(i, Math.Min(GeometricScan.Lanes, values.Length - i)).CopyTo(eight);
            GeometricScan.Store(scan.Next(Vector512.Create(eight)), result.AsSpan(i));
        }

        return result;
    }
}
