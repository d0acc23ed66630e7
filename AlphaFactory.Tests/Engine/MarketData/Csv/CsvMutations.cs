using System.Text;
using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Tests.Engine.MarketData.Csv;

/// <summary>Ways to spoil a valid price file. Each returns the file and the line that is now wrong; 0 where the whole file is.</summary>
internal static class CsvMutations
{
    public static readonly IReadOnlyDictionary<string, Func<List<string>, SeededRandom, (byte[] File, long Line)>> All =
        new Dictionary<string, Func<List<string>, SeededRandom, (byte[], long)>>
        {
            ["cut line"] = (lines, random) => Line(lines, random, f => string.Join(',', f.Take(1 + random.NextInt32(5)))),
            ["extra field"] = (lines, random) => Line(lines, random, f => string.Join(',', f) + ",17"),
            ["swapped high and low"] = (lines, random) => Line(lines, random, f => string.Join(',', f[0], f[1], "1", "1000000", f[4], f[5])),
            ["letters in a number"] = (lines, random) => Field(lines, random, 1 + random.NextInt32(5), t => t.Insert(random.NextInt32(t.Length), "oO")),
            ["not a number"] = (lines, random) => Field(lines, random, 1 + random.NextInt32(5), _ => "NaN"),
            ["infinity"] = (lines, random) => Field(lines, random, 1 + random.NextInt32(5), _ => "-Infinity"),
            ["empty field"] = (lines, random) => Field(lines, random, random.NextInt32(6), _ => ""),
            ["null"] = (lines, random) => Field(lines, random, random.NextInt32(6), _ => "null"),
            ["negative price"] = (lines, random) => Field(lines, random, 1 + random.NextInt32(4), t => "-" + t),
            ["zero price"] = (lines, random) => Field(lines, random, 1 + random.NextInt32(4), _ => "0"),
            ["absurd price"] = (lines, random) => Field(lines, random, 1 + random.NextInt32(4), _ => "9e99"),
            ["negative volume"] = (lines, random) => Field(lines, random, 5, _ => "-1"),
            ["high below close"] = (lines, random) => Field(lines, random, 4, _ => "99999999"),
            ["low above open"] = (lines, random) => Field(lines, random, 1, _ => "0.000001"),
            ["repeated day"] = (lines, random) => Repeat(lines, random),
            ["lines out of order"] = (lines, random) => Exchange(lines, random),
            ["impossible day"] = (lines, random) => Field(lines, random, 0, t => t[..4] + "-02-31"),
            ["day in the future"] = (lines, random) => Field(lines, random, 0, t => "2999" + t[4..]),
            ["other date form"] = (lines, random) => Field(lines, random, 0, t => $"{t[8..]}.{t[5..7]}.{t[..4]}"),
            ["formula"] = (lines, random) => Field(lines, random, random.NextInt32(6), _ => "=cmd|' /C calc'!A0"),
            ["open quote"] = (lines, random) => Field(lines, random, random.NextInt32(6), t => "\"" + t),
            ["quote inside"] = (lines, random) => Field(lines, random, 1 + random.NextInt32(5), t => t + "\"x"),
            ["giant field"] = (lines, random) => Field(lines, random, 1 + random.NextInt32(5), _ => new string('7', 100_000)),
            ["separator of thousands"] = (lines, random) => Field(lines, random, 5, _ => "1,000,000"),
            ["zero byte"] = (lines, random) => Field(lines, random, 1 + random.NextInt32(5), t => "\0" + t),
            ["header gone"] = (lines, _) => (Join(lines[1..]), 1),
            ["header of other names"] = (lines, _) => (Join(["a,b,c,d,e,f", .. lines[1..]]), 1),
            ["header names twice"] = (lines, _) => (Join(["Date,Open,High,Low,Open,Volume", .. lines[1..]]), 1),
            ["column taken out"] = (lines, _) => (Join([.. lines.Select(l => l[..l.LastIndexOf(',')])]), 1),
            ["wrong delimiter"] = (lines, _) => (Join([.. lines.Select(l => l.Replace(',', '|'))]), 1),
            ["columns exchanged"] = (lines, _) => (Join(["Date,Close,Low,High,Open,Volume", .. lines[1..]]), 2),
            ["no bars"] = (lines, _) => (Join(lines[..1]), 2),
            ["empty file"] = (_, _) => ([], 1),
            ["binary"] = (_, random) => ([.. Enumerable.Range(0, 5000).Select(_ => (byte)random.NextInt32(32))], 0),
            ["zip"] = (lines, _) => ([.. "PK\u0003\u0004"u8, .. Join(lines)], 1),
            ["binary tail"] = (lines, random) => ([.. Join(lines), .. Enumerable.Range(0, 200).Select(_ => (byte)(128 + random.NextInt32(128)))], lines.Count + 1),
        };

    private static (byte[] File, long Line) Line(List<string> lines, SeededRandom random, Func<string[], string> spoil)
    {
        int at = 1 + random.NextInt32(lines.Count - 1);
        List<string> copy = [.. lines];
        copy[at] = spoil(copy[at].Split(','));
        return (Join(copy), at + 1);
    }

    private static (byte[] File, long Line) Field(List<string> lines, SeededRandom random, int field, Func<string, string> spoil) =>
        Line(lines, random, fields =>
        {
            fields[field] = spoil(fields[field]);
            return string.Join(',', fields);
        });

    private static (byte[] File, long Line) Repeat(List<string> lines, SeededRandom random)
    {
        int at = 1 + random.NextInt32(lines.Count - 1);
        List<string> copy = [.. lines];
        copy.Insert(at, copy[at]);
        return (Join(copy), at + 2);
    }

    private static (byte[] File, long Line) Exchange(List<string> lines, SeededRandom random)
    {
        int at = 1 + random.NextInt32(lines.Count - 2);
        List<string> copy = [.. lines];
        (copy[at], copy[at + 1]) = (copy[at + 1], copy[at]);
        return (Join(copy), 0);
    }

    private static byte[] Join(List<string> lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");
}
