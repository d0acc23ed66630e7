using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Optimization;

/// <summary>Everything that decides the rows of a sweep, but the bars. Equal definitions on equal bars give equal rows, however they are cut and wherever they run.</summary>
public sealed record SweepDefinition
{
    /// <summary>What every set shares; the axes override it.</summary>
    public required RunSpec Run { get; init; }

    /// <summary>What is varied.</summary>
    public required IReadOnlyList<SweepAxis> Axes { get; init; }

    /// <summary>Condition a set must meet, over the names of parameters and axes; null takes all sets.</summary>
    public string? Where { get; init; }

    /// <summary>What is to be as large as possible: a statistic, or an expression over statistics.</summary>
    public string Objective { get; init; } = "sharpe";

    /// <summary>Id of the search method.</summary>
    public string Method { get; init; } = "grid";

    /// <summary>Most sets a method that chooses may try; null is its default. A grid tries all and refuses a budget.</summary>
    public int? Budget { get; init; }

    /// <summary>Seed of a method that chooses.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Key of a piece of work: the same key always has the same rows, so a piece done twice may be stored once.</summary>
    /// <param name="dataHash">Hash of the bars.</param>
    /// <param name="first">First set of the piece.</param>
    /// <param name="count">Number of sets.</param>
    public string ChunkKey(string dataHash, long first, long count)
    {
        var text = new StringBuilder(RunSpecYaml.Write(Run)).Append(RunFingerprint.CodeVersion).Append('\n').Append(dataHash);
        foreach (var axis in Axes)
        {
            text.Append('\n').Append(axis.Name).Append('=').AppendJoin(',', axis.Values);
        }

        text.Append(CultureInfo.InvariantCulture, $"\nwhere {Where}\nobjective {Objective}\n{first}+{count}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32];
    }
}
