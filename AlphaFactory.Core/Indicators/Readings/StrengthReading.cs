namespace AlphaFactory.Core.Indicators.Readings;

/// <summary>Strength of a trend whatever its direction, against one level.</summary>
internal static class StrengthReading
{
    public static Reading Of(in ReadingInput input)
    {
        double value = input.Now(0), level = input.Levels[0];
        string place = value > level ? $"Above {input.Level(0, level)} {ReadingText.For(Streak.Of(input[0], level))}: there is a trend, up or down"
            : value < level ? $"Below {input.Level(0, level)} {ReadingText.For(Streak.Of(input[0], level))}: no trend to speak of"
            : "At its level";
        return new Reading($"{place}; {input.SlopeWord(0)}.", Lean.None);
    }
}
