using System.Collections;
using System.Runtime.CompilerServices;

namespace AlphaFactory.Core.Rules;

/// <summary>A list that never changes and equals any other of equal elements, so that trees made of records compare by content.</summary>
/// <typeparam name="T">What it holds.</typeparam>
[CollectionBuilder(typeof(Sequence), nameof(Sequence.Create))]
public sealed class Sequence<T> : IReadOnlyList<T>, IEquatable<Sequence<T>>
{
    private readonly T[] _items;

    internal Sequence(T[] items) => _items = items;

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public T this[int index] => _items[index];

    /// <summary>The list with another element in one place.</summary>
    public Sequence<T> With(int index, T item) => [.. _items[..index], item, .. _items[(index + 1)..]];

    /// <summary>The list without the element of one place.</summary>
    public Sequence<T> Without(int index) => [.. _items[..index], .. _items[(index + 1)..]];

    /// <inheritdoc/>
    public bool Equals(Sequence<T>? other) => other is not null && _items.AsSpan().SequenceEqual(other._items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Sequence<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in _items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Makes sequences of collection expressions.</summary>
public static class Sequence
{
    /// <summary>A sequence of these elements.</summary>
    public static Sequence<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());
}
