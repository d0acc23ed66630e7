using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AlphaFactory.Engine.Optimization.Kernel;

/// <summary>Equity at the close of each day of a series while nothing is traded.</summary>
internal interface IDailyEquity
{
    /// <summary>Number of days.</summary>
    int Days { get; }

    /// <summary>Equity of one day.</summary>
    double One(int day);

    /// <summary>Equity of four days; all four must be there.</summary>
    Vector256<double> Four(int day);
}

/// <summary>Cash and shares.</summary>
internal readonly ref struct OwnedShares(ReadOnlySpan<double> closes, double cash, double position) : IDailyEquity
{
    private readonly ReadOnlySpan<double> _closes = closes;

    public int Days => _closes.Length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double One(int day) => Math.FusedMultiplyAdd(position, _closes[day], cash);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Four(int day) => Vector256.FusedMultiplyAdd(Vector256.Create(position), Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(_closes), (nuint)day), Vector256.Create(cash));
}

/// <summary>Cash and shares that were borrowed and sold; every night is paid for.</summary>
/// <param name="closes">Close of each day.</param>
/// <param name="nights">Sum over the nights up to each day of the price paid on; see <see cref="KernelSeries.NightSums"/>.</param>
/// <param name="cash">Cash, with all that was ever paid for these shares put back.</param>
/// <param name="position">Shares, negative.</param>
/// <param name="rate">What a unit of <paramref name="nights"/> costs.</param>
internal readonly ref struct BorrowedShares(ReadOnlySpan<double> closes, ReadOnlySpan<double> nights, double cash, double position, double rate) : IDailyEquity
{
    private readonly ReadOnlySpan<double> _closes = closes, _nights = nights;

    public int Days => _closes.Length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double One(int day) => Math.FusedMultiplyAdd(-rate, _nights[day], Math.FusedMultiplyAdd(position, _closes[day], cash));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Four(int day)
    {
        var worth = Vector256.FusedMultiplyAdd(Vector256.Create(position), Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(_closes), (nuint)day), Vector256.Create(cash));
        return Vector256.FusedMultiplyAdd(Vector256.Create(-rate), Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(_nights), (nuint)day), worth);
    }
}
