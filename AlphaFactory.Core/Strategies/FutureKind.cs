namespace AlphaFactory.Core.Strategies;

/// <summary>What the look-ahead check puts in the place of the future.</summary>
internal enum FutureKind
{
    /// <summary>Every gain becomes a fall: whoever knew the sign of the next move shows.</summary>
    Mirrored,

    /// <summary>Each bar moved and stretched at random: crashes, rallies and ranges that never were.</summary>
    Wild,

    /// <summary>Nothing moves any more and nothing is traded.</summary>
    Still,

    /// <summary>Bars without values: whoever asked whether there is a next value shows.</summary>
    Missing,
}
