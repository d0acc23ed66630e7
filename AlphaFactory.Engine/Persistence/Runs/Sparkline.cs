using System.Buffers.Binary;

namespace AlphaFactory.Engine.Persistence.Runs;

/// <summary>A few dozen evenly spaced points of the equity curve, first and last included, as plain little-endian doubles.</summary>
internal static class Sparkline
{
    private const int Points = 60;

    public static byte[] Encode(ReadOnlySpan<double> equity)
    {
        int count = Math.Min(Points, equity.Length);
        byte[] bytes = new byte[count * 8];
        for (int i = 0; i < count; i++)
        {
            int at = count == 1 ? 0 : (int)((long)i * (equity.Length - 1) / (count - 1));
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(i * 8), equity[at]);
        }

        return bytes;
    }

    public static double[] Decode(byte[]? bytes)
    {
        double[] points = new double[(bytes?.Length ?? 0) / 8];
        for (int i = 0; i < points.Length; i++)
        {
            points[i] = BinaryPrimitives.ReadDoubleLittleEndian(bytes.AsSpan(i * 8));
        }

        return points;
    }
}
