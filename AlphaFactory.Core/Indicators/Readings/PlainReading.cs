namespace AlphaFactory.Core.Indicators.Readings;

/// <summary>Values that have no reading of their own: only where they go.</summary>
internal static class PlainReading
{
    public static Reading Of(in ReadingInput input)
    {
        if (input.Setting.Indicator.Outputs.Count == 1)
        {
            return new Reading(input.Slope(0) switch { > 0 => "Rising.", < 0 => "Falling.", _ => "Level." }, Lean.None);
        }

        var words = new List<string>();
        for (int output = 0; output < input.Setting.Indicator.Outputs.Count; output++)
        {
            words.Add($"{input.Name(output)} {input.SlopeWord(output)}");
        }

        return new Reading(string.Join(", ", words) + ".", Lean.None);
    }
}
