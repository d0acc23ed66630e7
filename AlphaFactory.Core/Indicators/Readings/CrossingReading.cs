namespace AlphaFactory.Core.Indicators.Readings;

/// <summary>Two lines that cross: which one is above, and how long.</summary>
internal static class CrossingReading
{
    /// <summary>The reading.</summary>
    /// <param name="input">The columns.</param>
    /// <param name="first">Output that is above while things rise.</param>
    /// <param name="second">Output it is compared with.</param>
    /// <param name="zero">True also asks on which side of 0 the first stands; when the two answers differ, it points nowhere.</param>
    public static Reading Of(in ReadingInput input, int first, int second, bool zero = false)
    {
        int side = Math.Sign(input.Now(first) - input.Now(second)), sign = Math.Sign(input.Now(first));
        string names = $"{input.Name(first)} {input.Text(first)}", other = $"{input.Name(second)} {input.Text(second)}";
        if (side == 0)
        {
            return new Reading($"{names} is level with {other}.", Lean.Mixed);
        }

        string words = $"{names} is {(side > 0 ? "above" : "below")} {other} {ReadingText.For(Streak.Of(input[first], input[second]))}";
        var lean = side > 0 ? Lean.Up : Lean.Down;
        return !zero ? new Reading(words + ".", lean)
            : new Reading($"{words}, and {(sign > 0 ? "above" : sign < 0 ? "below" : "at")} 0.", sign == side ? lean : Lean.Mixed);
    }
}
