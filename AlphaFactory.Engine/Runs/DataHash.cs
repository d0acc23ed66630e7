using System.Runtime.InteropServices;
using System.Security.Cryptography;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.Runs;

/// <summary>Identity of bars by their numbers alone, wherever they came from.</summary>
public static class DataHash
{
    /// <summary>SHA-256 over times, open, high, low, close and volume as little-endian columns; 64 lower-case hex digits.</summary>
    public static string Of(BarSeries bars)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes(bars.Times));
        hash.AppendData(MemoryMarshal.AsBytes(bars.Open));
        hash.AppendData(MemoryMarshal.AsBytes(bars.High));
        hash.AppendData(MemoryMarshal.AsBytes(bars.Low));
        hash.AppendData(MemoryMarshal.AsBytes(bars.Close));
        hash.AppendData(MemoryMarshal.AsBytes(bars.Volume));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
