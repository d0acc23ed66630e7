namespace AlphaFactory.Core.Indicators.Readings;

/// <summary>A measure with a low and a high level, beyond which it is called oversold and overbought.</summary>
internal static class OscillatorReading
{
    public static Reading Of(in ReadingInput input)
    {
        double value = input.Now(0), low = input.Levels[0], high = input.Levels[^1], middle = (low + high) / 2;
        var lean = value > middle ? Lean.Up : value < middle ? Lean.Down : Lean.Mixed;
        bool isExtreme = value > high || value < low;
        string place = value > high ? $"Above {input.Level(0, high)} {ReadingText.For(Streak.Of(input[0], high))}, called overbought"
            : value < low ? $"Below {input.Level(0, low)} {ReadingText.For(Streak.Of(input[0], low))}, called oversold"
            : $"Between {input.Level(0, low)} and {input.Level(0, high)}, {(lean == Lean.Up ? "in the upper half" : lean == Lean.Down ? "in the lower half" : "in the middle")}";
        return new Reading($"{place}; {input.SlopeWord(0)}.{Signal(input)}", lean, isExtreme);
    }

    // The second output, where there is one, is the average of the first.
    private static string Signal(in ReadingInput input)
    {
        if (input.Setting.Indicator.Outputs.Count < 2 || Streak.Of(input[0], input[1]) is not (> 0 and var bars))
        {
            return "";
        }

        return $" {input.Name(0)} is {(input.Now(0) > input.Now(1) ? "above" : "below")} {input.Name(1)} {ReadingText.For(bars)}.";
    }
}
