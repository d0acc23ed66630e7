using System.Runtime.Intrinsics;
using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Tests.Core.Numerics;

/// <summary>On whatever processor this runs, the lanes are those of the general shuffle.</summary>
public sealed class EightLanesTests
{
    private static readonly Vector512<double> s_values = Vector512.Create(1.5, -2, double.NaN, 4, double.PositiveInfinity, -0.0, 7, 8);

    [Fact]
    public void Lanes_move_as_named()
    {
        Same(EightLanes.Up1(s_values), 8, 0, 1, 2, 3, 4, 5, 6);
        Same(EightLanes.Up2(s_values), 8, 8, 0, 1, 2, 3, 4, 5);
        Same(EightLanes.Up4(s_values), 8, 8, 8, 8, 0, 1, 2, 3);
        Same(EightLanes.Own1(s_values), 0, 0, 1, 2, 3, 4, 5, 6);
        Same(EightLanes.Own2(s_values), 0, 1, 0, 1, 2, 3, 4, 5);
        Same(EightLanes.Own4(s_values), 0, 1, 2, 3, 0, 1, 2, 3);
        Same(EightLanes.Last(s_values), 7, 7, 7, 7, 7, 7, 7, 7);
    }

    // Bit by bit, so that NaN and the sign of zero count; 8 is a zero from outside.
    private static void Same(Vector512<double> moved, params int[] from) =>
        Assert.Equal(from.Select(lane => lane == 8 ? 0L : BitConverter.DoubleToInt64Bits(s_values[lane])), Enumerable.Range(0, 8).Select(lane => BitConverter.DoubleToInt64Bits(moved[lane])));
}
