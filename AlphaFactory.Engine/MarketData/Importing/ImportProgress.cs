namespace AlphaFactory.Engine.MarketData.Importing;

/// <summary>How far an import is.</summary>
/// <param name="Stage">Reading comes first; nothing is written before every line was read.</param>
/// <param name="Done">Bytes read or bars written.</param>
/// <param name="Total">Bytes of the file or bars to write.</param>
public sealed record ImportProgress(ImportStage Stage, long Done, long Total);

/// <summary>What an import is doing.</summary>
public enum ImportStage
{
    /// <summary>Checking the file, in bytes.</summary>
    Reading,

    /// <summary>Storing it, in bars.</summary>
    Writing,
}
