namespace AlphaFactory.Core.Indicators.Readings;

/// <summary>A stop that trails price and changes sides when price meets it.</summary>
internal static class StopReading
{
    public static Reading Of(in ReadingInput input)
    {
        double line = input.Now(0);
        int side = Math.Sign(input.Close - line);
        return side == 0
            ? new Reading("Price stands on it.", Lean.Mixed)
            : new Reading($"Price is {AverageReading.Distance(input.Close, line)} it, {ReadingText.For(Streak.Of(input.Bars.Close, input[0]))}: {(side > 0 ? "an uptrend" : "a downtrend")} until price meets {input.Text(0)}.", side > 0 ? Lean.Up : Lean.Down);
    }
}
