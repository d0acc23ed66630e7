namespace AlphaFactory.Core.Indicators.Readings;

/// <summary>A candlestick pattern: whether the last bar ends one, or how long ago one did.</summary>
internal static class PatternReading
{
    public static Reading Of(in ReadingInput input)
    {
        bool directed = input.Setting.Indicator.Outputs[0].IsDirected;
        var values = input[0];
        int last = values.LastIndexOfAnyExcept(0.0, double.NaN);
        if (last < 0)
        {
            return new Reading($"Not on this bar, nor on any of the {ReadingText.Count(values.Length)}.", Lean.None);
        }

        string direction = !directed ? "" : values[last] > 0 ? ", a rising one" : ", a falling one";
        int ago = values.Length - 1 - last;
        return ago > 0
            ? new Reading($"Not on this bar; the last was {ReadingText.Bars(ago)} ago{direction}.", Lean.None)
            : new Reading($"This bar ends one{direction}.", !directed ? Lean.None : values[last] > 0 ? Lean.Up : Lean.Down);
    }
}
