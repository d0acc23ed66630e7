namespace AlphaFactory.Core.Indicators.Readings;

/// <summary>A measure that swings about a middle level: on which side it stands, how long, and whether it is beyond an outer level.</summary>
internal static class CenterReading
{
    public static Reading Of(in ReadingInput input)
    {
        double value = input.Now(0), middle = input.Levels[input.Levels.Count / 2];
        string slope = input.SlopeWord(0);
        if (value == middle)
        {
            return new Reading($"At {input.Level(0, middle)}, neither above nor below.", Lean.Mixed);
        }

        bool above = value > middle;
        string side = $"{(above ? "Above" : "Below")} {input.Level(0, middle)} {ReadingText.For(Streak.Of(input[0], middle))}";
        var lean = above ? Lean.Up : Lean.Down;
        if (input.Levels.Count < 3 || (value <= input.Levels[^1] && value >= input.Levels[0]))
        {
            return new Reading($"{side}; {slope}.", lean);
        }

        return new Reading($"{side} and now beyond {input.Level(0, above ? input.Levels[^1] : input.Levels[0])}, unusually {(above ? "high" : "low")}; {slope}.", lean, IsExtreme: true);
    }
}
