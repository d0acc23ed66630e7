using System.Runtime.InteropServices;
using System.Security.Cryptography;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.Runs;

/// <summary>Identity of bars by their numbers alone, wherever they came from.</summary>
public static class DataHash
{
    /// <summary>SHA-256 over times, open, high, low, close and volume as little-endian columns, and over dividends, splits and a delisting where there are any; 64 lower-case hex digits.</summary>
    public static string Of(BarSeries bars)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes(bars.Times));
        hash.AppendData(MemoryMarshal.AsBytes(bars.Open));
        hash.AppendData(MemoryMarshal.AsBytes(bars.High));
        hash.AppendData(MemoryMarshal.AsBytes(bars.Low));
        hash.AppendData(MemoryMarshal.AsBytes(bars.Close));
        hash.AppendData(MemoryMarshal.AsBytes(bars.Volume));
        foreach (var action in bars.Actions.Where(action => action.Time >= bars.Times[0] && action.Time <= bars.Times[^1]))
        {
            hash.AppendData(MemoryMarshal.AsBytes([(double)action.Time, action.Dividend, action.SplitRatio]));
        }

        if (bars.EndsDelisted)
        {
            hash.AppendData("delisted"u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
