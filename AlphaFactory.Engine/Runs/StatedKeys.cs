namespace AlphaFactory.Engine.Runs;

/// <summary>
/// The keys that somebody stated where a spec was read: what is not among them may come from the strategy. It says how a spec came about, not
/// what it is, so any two are equal. The default leaves nothing open.
/// </summary>
/// <param name="keys">The keys stated.</param>
public readonly struct StatedKeys(IEnumerable<string> keys) : IEquatable<StatedKeys>
{
    private readonly HashSet<string>? _keys = new(keys, StringComparer.Ordinal);

    /// <summary>No key is stated, so all are open.</summary>
    public static StatedKeys Nothing { get; } = new([]);

    /// <summary>True when the strategy may say it.</summary>
    public bool LeaveOpen(string key) => _keys?.Contains(key) == false;

    /// <summary>These keys and more.</summary>
    public StatedKeys And(IEnumerable<string> more) => new((_keys ?? []).Concat(more));

    /// <inheritdoc/>
    public bool Equals(StatedKeys other) => true;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is StatedKeys;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;

    /// <summary>Any two are equal.</summary>
    public static bool operator ==(StatedKeys left, StatedKeys right) => left.Equals(right);

    /// <summary>No two differ.</summary>
    public static bool operator !=(StatedKeys left, StatedKeys right) => !left.Equals(right);
}
