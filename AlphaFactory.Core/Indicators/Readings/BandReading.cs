namespace AlphaFactory.Core.Indicators.Readings;

/// <summary>A band about price, outputs top, middle and bottom: where the close stands in it.</summary>
internal static class BandReading
{
    public static Reading Of(in ReadingInput input)
    {
        double top = input.Now(0), middle = input.Now(1), bottom = input.Now(2), close = input.Close;
        if (!(top > bottom))
        {
            return new Reading("The band has no width: price does not move.", Lean.Mixed);
        }

        if (close >= top)
        {
            return new Reading($"The close is at or above the top {For(Beyond(input, 0, up: true))}.", Lean.Up, IsExtreme: true);
        }

        if (close <= bottom)
        {
            return new Reading($"The close is at or below the bottom {For(Beyond(input, 2, up: false))}.", Lean.Down, IsExtreme: true);
        }

        var lean = close > middle ? Lean.Up : close < middle ? Lean.Down : Lean.Mixed;
        return new Reading($"The close stands {ReadingText.Share((close - bottom) / (top - bottom))} of the way from bottom to top; the middle is {input.SlopeWord(1)}.", lean);
    }

    private static string For(int bars) => bars == 1 ? "on this bar" : $"on {ReadingText.Count(bars)} bars in a row";

    private static int Beyond(in ReadingInput input, int edge, bool up)
    {
        var line = input[edge];
        var close = input.Bars.Close;
        int count = 0;
        while (count < close.Length && (up ? close[^(count + 1)] >= line[^(count + 1)] : close[^(count + 1)] <= line[^(count + 1)]))
        {
            count++;
        }

        return count;
    }
}
