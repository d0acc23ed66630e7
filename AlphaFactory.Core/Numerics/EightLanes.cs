using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AlphaFactory.Core.Numerics;

/// <summary>
/// Moves within eight lanes. A processor without 512-bit vectors has each vector as two halves, for which the general shuffle goes lane by lane, many times slower than
/// the arithmetic between: here it takes two or three instructions. The lanes are the same on every processor.
/// </summary>
public static class EightLanes
{
    private const byte OneUp = 0b10_01_00_00, LastOfFour = 0b11_11_11_11, Middle = 0x21, LowTwice = 0x00, ZeroAndLow = 0x08, First = 0b0001;

    /// <summary>One lane up: 0, v0 to v6.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Up1(Vector512<double> values)
    {
        if (Avx512F.IsSupported)
        {
            return Avx512F.AlignRight64(values.AsInt64(), Vector512<long>.Zero, 7).AsDouble();
        }

        if (Avx2.IsSupported)
        {
            Vector256<double> low = values.GetLower(), high = values.GetUpper();
            return Vector512.Create(Avx.Blend(Avx2.Permute4x64(low, OneUp), Vector256<double>.Zero, First), Avx.Blend(Avx2.Permute4x64(high, OneUp), Avx2.Permute4x64(low, LastOfFour), First));
        }

        return Vector512.Shuffle(values, Vector512.Create(8L, 0, 1, 2, 3, 4, 5, 6));
    }

    /// <summary>Two lanes up: 0, 0, v0 to v5.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Up2(Vector512<double> values)
    {
        if (Avx512F.IsSupported)
        {
            return Avx512F.AlignRight64(values.AsInt64(), Vector512<long>.Zero, 6).AsDouble();
        }

        if (Avx2.IsSupported)
        {
            Vector256<double> low = values.GetLower(), high = values.GetUpper();
            return Vector512.Create(Avx.Permute2x128(low, low, ZeroAndLow), Avx.Permute2x128(low, high, Middle));
        }

        return Vector512.Shuffle(values, Vector512.Create(8L, 8, 0, 1, 2, 3, 4, 5));
    }

    /// <summary>Four lanes up: four zeros, v0 to v3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Up4(Vector512<double> values) => Avx512F.IsSupported
        ? Avx512F.AlignRight64(values.AsInt64(), Vector512<long>.Zero, 4).AsDouble()
        : Vector512.Create(Vector256<double>.Zero, values.GetLower());

    /// <summary>One lane up, the lowest where it was: v0, v0 to v6.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Own1(Vector512<double> values)
    {
        if (!Avx512F.IsSupported && Avx2.IsSupported)
        {
            Vector256<double> low = values.GetLower(), high = values.GetUpper();
            return Vector512.Create(Avx2.Permute4x64(low, OneUp), Avx.Blend(Avx2.Permute4x64(high, OneUp), Avx2.Permute4x64(low, LastOfFour), First));
        }

        return Vector512.Shuffle(values, Vector512.Create(0L, 0, 1, 2, 3, 4, 5, 6));
    }

    /// <summary>Two lanes up, the lowest two where they were: v0, v1, v0 to v5.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Own2(Vector512<double> values)
    {
        if (!Avx512F.IsSupported && Avx2.IsSupported)
        {
            Vector256<double> low = values.GetLower(), high = values.GetUpper();
            return Vector512.Create(Avx.Permute2x128(low, low, LowTwice), Avx.Permute2x128(low, high, Middle));
        }

        return Vector512.Shuffle(values, Vector512.Create(0L, 1, 0, 1, 2, 3, 4, 5));
    }

    /// <summary>Four lanes up, the lowest four where they were.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Own4(Vector512<double> values) => Avx512F.IsSupported
        ? Vector512.Shuffle(values, Vector512.Create(0L, 1, 2, 3, 0, 1, 2, 3))
        : Vector512.Create(values.GetLower(), values.GetLower());

    /// <summary>The highest lane in all of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Last(Vector512<double> values)
    {
        if (!Avx512F.IsSupported && Avx2.IsSupported)
        {
            var last = Avx2.Permute4x64(values.GetUpper(), LastOfFour);
            return Vector512.Create(last, last);
        }

        return Vector512.Shuffle(values, Vector512.Create(7L));
    }
}
