using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Indicators;

/// <summary>Finds the stretches of bars whose values are all finite; each column is searched at most once unless it has a gap.</summary>
internal ref struct GapSearch(in BarColumns bars)
{
    private readonly BarColumns _bars = bars;
    private PriceFields _searched, _broken;

    /// <summary>True when the columns have no value that is not finite.</summary>
    public bool IsWhole(PriceFields fields)
    {
        if (_bars.IsFinite)
        {
            return true;
        }

        for (int bit = 1; bit <= (int)PriceFields.Volume; bit <<= 1)
        {
            var field = (PriceFields)bit;
            if ((fields & field) != 0 && (_searched & field) == 0)
            {
                _searched |= field;
                _broken |= Finite.All(Column(field)) ? 0 : field;
            }
        }

        return (fields & _broken) == 0;
    }

    /// <summary>The first bar from <paramref name="start"/> on with a value that is not finite, or the number of bars.</summary>
    public readonly int EndOfStretch(PriceFields fields, int start)
    {
        int bar = start;
        while (bar < _bars.Count && IsFinite(fields, bar))
        {
            bar++;
        }

        return bar;
    }

    private readonly bool IsFinite(PriceFields fields, int bar)
    {
        for (int bit = 1; bit <= (int)PriceFields.Volume; bit <<= 1)
        {
            if (((int)fields & bit) != 0 && !double.IsFinite(Column((PriceFields)bit)[bar]))
            {
                return false;
            }
        }

        return true;
    }

    private readonly ReadOnlySpan<double> Column(PriceFields field) => field switch
    {
        PriceFields.Open => _bars.Open,
        PriceFields.High => _bars.High,
        PriceFields.Low => _bars.Low,
        PriceFields.Close => _bars.Close,
        _ => _bars.Volume,
    };
}
