namespace AlphaFactory.Core.Indicators.Readings;

/// <summary>A running total whose level means nothing: where it has gone, and whether price went with it.</summary>
internal static class SlopeReading
{
    private const int Bars = 20;

    public static Reading Of(in ReadingInput input)
    {
        var line = input[0];
        var close = input.Bars.Close;
        int back = Math.Min(Bars, line.Length - 1);
        if (back == 0 || !double.IsFinite(line[^(back + 1)]))
        {
            return new Reading("It has only begun: there is nothing to compare it with.", Lean.Mixed);
        }

        int side = Math.Sign(line[^1] - line[^(back + 1)]), price = Math.Sign(close[^1] - close[^(back + 1)]);
        string words = $"{Word(side)} {(side == 0 ? "as" : "than")} {ReadingText.Bars(back)} ago; price is {(side == price ? Word(price).ToLowerInvariant() + " too" : Word(price).ToLowerInvariant() + ", they disagree")}.";
        return new Reading(words, side > 0 ? Lean.Up : side < 0 ? Lean.Down : Lean.Mixed);
    }

    private static string Word(int side) => side > 0 ? "Higher" : side < 0 ? "Lower" : "The same";
}
