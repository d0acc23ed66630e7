using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AlphaFactory.Core.Numerics;

/// <summary>Choices made by masks instead of jumps: price rises or falls at random, and a processor that guesses wrong half the time loses more than it saves.</summary>
internal static class Choose
{
    /// <summary>The value when left is greater than right, else 0; 0 when either is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double WhenGreater(double left, double right, double value) =>
        (Vector128.GreaterThan(Vector128.CreateScalarUnsafe(left), Vector128.CreateScalarUnsafe(right)) & Vector128.CreateScalarUnsafe(value)).ToScalar();

    /// <summary>The value when left is at most right, else 0; 0 when either is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double WhenAtMost(double left, double right, double value) =>
        (Vector128.LessThanOrEqual(Vector128.CreateScalarUnsafe(left), Vector128.CreateScalarUnsafe(right)) & Vector128.CreateScalarUnsafe(value)).ToScalar();
}
