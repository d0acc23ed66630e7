using System.Numerics;

namespace AlphaFactory.Core.Numerics;

/// <summary>
/// The random source of everything that must be repeatable: xoshiro256++ 1.0 seeded by SplitMix64. Only integer operations and one
/// exact scaling, so a seed gives the same numbers on every machine. Not for secrets. Not thread safe: give each worker a stream of its own.
/// </summary>
/// <remarks>Source: D. Blackman and S. Vigna, "Scrambled Linear Pseudorandom Number Generators", ACM TOMS 47 (2021), and prng.di.unimi.it.</remarks>
public sealed class SeededRandom
{
    private ulong _a, _b, _c, _d;

    /// <summary>Starts the sequence that belongs to a seed.</summary>
    /// <param name="seed">Any value, zero included.</param>
    /// <param name="stream">Number of an independent sequence under the same seed, for parallel workers.</param>
    public SeededRandom(ulong seed, ulong stream = 0)
    {
        ulong state = stream == 0 ? seed : unchecked(seed ^ Scramble(stream * 0x9E3779B97F4A7C15UL));
        (_a, _b, _c, _d) = (SplitMix(ref state), SplitMix(ref state), SplitMix(ref state), SplitMix(ref state));
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong NextUInt64()
    {
        unchecked
        {
            ulong result = BitOperations.RotateLeft(_a + _d, 23) + _a, shifted = _b << 17;
            _c ^= _a;
            _d ^= _b;
            _b ^= _c;
            _a ^= _d;
            _c ^= shifted;
            _d = BitOperations.RotateLeft(_d, 45);
            return result;
        }
    }

    /// <summary>Uniform in [0, 1): a multiple of 2^-53.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in [0, <paramref name="bound"/>), without bias.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bound"/> is not positive.</exception>
    /// <remarks>Source: D. Lemire, "Fast Random Integer Generation in an Interval", ACM TOMACS 29 (2019).</remarks>
    public int NextInt32(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        uint range = (uint)bound, threshold = (uint)((1UL << 32) % range);
        ulong product;
        do
        {
            product = (NextUInt64() >> 32) * range;
        }
        while ((uint)product < threshold);

        return (int)(product >> 32);
    }

    private static ulong SplitMix(ref ulong state)
    {
        state = unchecked(state + 0x9E3779B97F4A7C15UL);
        return Scramble(state);
    }

    private static ulong Scramble(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
            return value ^ (value >> 31);
        }
    }
}
