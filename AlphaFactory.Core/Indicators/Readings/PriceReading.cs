namespace AlphaFactory.Core.Indicators.Readings;

/// <summary>Another form of the bar itself: where the close stands against it. It has no direction.</summary>
internal static class PriceReading
{
    public static Reading Of(in ReadingInput input)
    {
        double price = input.Now(0);
        return new Reading(input.Close == price ? "The close stands on it." : $"The close is {AverageReading.Distance(input.Close, price)} it.", Lean.None);
    }
}
