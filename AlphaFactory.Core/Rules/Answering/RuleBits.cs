using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Rules.Answering;

/// <summary>Columns of one bit a bar in one piece of memory.</summary>
/// <param name="columns">Number of columns.</param>
internal sealed class RuleBits(int columns)
{
    private ulong[] _bits = [];
    private int _words;

    /// <summary>A column.</summary>
    public Span<ulong> this[int column] => _bits.AsSpan(column * _words, _words);

    /// <summary>Makes room for so many bars. What was in the columns is lost.</summary>
    public void Resize(int bars)
    {
        _words = BitColumn.Words(bars);
        if (_bits.Length < _words * columns)
        {
            _bits = new ulong[_words * columns];
        }
    }
}
