using AlphaFactory.Core.Exits;

namespace AlphaFactory.Engine.Runs;

/// <summary>What is wrong with stops, targets and the time stop of a spec.</summary>
internal static class ExitFaults
{
    private const double LargestMultiple = 1000;
    private const int LongestTime = 1_000_000;
    private const int LongestAtr = 2000;

    public static void Find(ExitRules exits, List<string> faults)
    {
        Percent(faults, "stop_pct", exits.StopFraction, 1, "above 0 and below 100, or none");
        Multiple(faults, "stop_atr", exits.StopAtr);
        Percent(faults, "trailing_pct", exits.TrailingFraction, 1, "above 0 and below 100, or none");
        Multiple(faults, "trailing_atr", exits.TrailingAtr);
        Percent(faults, "break_even_pct", exits.BreakEvenFraction, LargestMultiple, "above 0 and below 100000, or none");
        Percent(faults, "take_profit_pct", exits.TakeProfitFraction, LargestMultiple, "above 0 and below 100000, or none");
        Multiple(faults, "take_profit_r", exits.TakeProfitR);
        if (exits.TimeStopBars is { } bars)
        {
            RunSpecValidator.Number(faults, "time_stop_bars", bars, bars is >= 1 and <= LongestTime, "from 1 to 1000000, or none");
        }

        RunSpecValidator.Number(faults, "atr_length", exits.AtrLength, exits.AtrLength is >= 1 and <= LongestAtr, "from 1 to 2000");
        if (exits.TakeProfitR is not null && !exits.HasStop)
        {
            faults.Add("take_profit_r counts in first stop distances, but there is no stop. Set stop_pct, stop_atr, trailing_pct or trailing_atr, or take take_profit_pct.");
        }

        RunSpecValidator.Choice(faults, "stops_from", exits.StopsFrom, "next-bar, entry-bar");
        RunSpecValidator.Choice(faults, "stop_base", exits.StopBase, "fill, signal-close");
        RunSpecValidator.Choice(faults, "both_touched", exits.BothTouched, "stop-first, optimistic");
        RunSpecValidator.Choice(faults, "re_entry", exits.ReEntry, "fresh-signal, allowed");
    }

    private static void Percent(List<string> faults, string name, double? fraction, double below, string allowed)
    {
        if (fraction is { } value)
        {
            RunSpecValidator.Percent(faults, name, value, value > 0 && value < below, allowed);
        }
    }

    private static void Multiple(List<string> faults, string name, double? multiple)
    {
        if (multiple is { } value)
        {
            RunSpecValidator.Number(faults, name, value, value > 0 && value <= LargestMultiple, "above 0 and at most 1000, or none");
        }
    }
}
