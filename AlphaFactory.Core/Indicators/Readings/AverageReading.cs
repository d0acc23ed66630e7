namespace AlphaFactory.Core.Indicators.Readings;

/// <summary>A line that follows price: on which side of it price stands, how far, how long, and where the line goes.</summary>
internal static class AverageReading
{
    public static Reading Of(in ReadingInput input, int output = 0)
    {
        double line = input.Now(output);
        int side = Math.Sign(input.Close - line), slope = input.Slope(output);
        if (side == 0)
        {
            return new Reading($"Price stands on it, and it is {input.SlopeWord(output)}.", Lean.Mixed);
        }

        var lean = side == slope ? side > 0 ? Lean.Up : Lean.Down : Lean.Mixed;
        return new Reading($"Price is {Distance(input.Close, line)} it, {ReadingText.For(Streak.Of(input.Bars.Close, input[output]))}; the line is {input.SlopeWord(output)}.", lean);
    }

    /// <summary><c>1.3% above</c>, or the difference in price where a line at or below 0 has no per cent.</summary>
    public static string Distance(double close, double line)
    {
        double share = Math.Abs((close / line) - 1);
        string far = line <= 0 ? ReadingText.Number(Math.Abs(close - line)) : share < 0.0005 ? "less than 0.1%" : ReadingText.Percent(share);
        return $"{far} {(close > line ? "above" : "below")}";
    }
}
