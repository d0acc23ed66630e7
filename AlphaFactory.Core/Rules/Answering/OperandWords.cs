using System.Numerics;

namespace AlphaFactory.Core.Rules.Answering;

/// <summary>The values of an operand, up to 64 bars at a time; NaN where there is none.</summary>
internal readonly ref struct OperandWords
{
    private readonly ReadOnlySpan<double> _values;
    private readonly Span<double> _buffer;
    private readonly int _ago;
    private readonly double _factor;

    /// <param name="values">One value a bar; empty for the same number on every bar.</param>
    /// <param name="ago">Bars looked back.</param>
    /// <param name="factor">What values are multiplied by, or the number itself.</param>
    /// <param name="buffer">Room for a word.</param>
    public OperandWords(ReadOnlySpan<double> values, int ago, double factor, Span<double> buffer)
    {
        _values = values;
        _buffer = buffer;
        (_ago, _factor) = (ago, factor);
        if (values.IsEmpty)
        {
            buffer.Fill(factor);
        }
    }

    /// <summary>The first word from which on the values can be read as they lie; beyond all words where each is computed.</summary>
    public int PlainFrom => _values.IsEmpty ? 0 : _factor == 1 ? (_ago + Numerics.Comparison.Word - 1) / Numerics.Comparison.Word : int.MaxValue;

    /// <summary>The values of several whole words, from <see cref="PlainFrom"/> on; one word for a number that is the same on every bar.</summary>
    /// <param name="word">First word.</param>
    /// <param name="count">How many.</param>
    public ReadOnlySpan<double> Plain(int word, int count) => _values.IsEmpty ? _buffer : _values.Slice((word * Numerics.Comparison.Word) - _ago, count * Numerics.Comparison.Word);

    /// <summary>The values of some bars.</summary>
    /// <param name="first">First bar.</param>
    /// <param name="count">How many.</param>
    public ReadOnlySpan<double> Of(int first, int count)
    {
        var word = _buffer[..count];
        if (_values.IsEmpty)
        {
            return word;
        }

        if (_factor == 1 && first >= _ago)
        {
            return _values.Slice(first - _ago, count);
        }

        int missing = Math.Clamp(_ago - first, 0, count);
        word[..missing].Fill(double.NaN);
        if (missing < count)
        {
            Multiply(_values.Slice(first + missing - _ago, count - missing), _factor, word[missing..]);
        }

        return word;
    }

    private static void Multiply(ReadOnlySpan<double> values, double factor, Span<double> products)
    {
        int i = 0;
        for (; i <= values.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            (new Vector<double>(values[i..]) * factor).CopyTo(products[i..]);
        }

        for (; i < values.Length; i++)
        {
            products[i] = values[i] * factor;
        }
    }
}
