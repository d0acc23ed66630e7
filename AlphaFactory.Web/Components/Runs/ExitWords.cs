using System.Collections.Immutable;
using System.Globalization;
using AlphaFactory.Core.Exits;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Web.Components.Values;

namespace AlphaFactory.Web.Components.Runs;

/// <summary>Stops, targets and exit reasons in the words of the page.</summary>
public static class ExitWords
{
    /// <summary>Every reason a trade may end for; their order is the code that charts receive.</summary>
    public static ImmutableArray<string> Reasons { get; } =
        [ExitReasons.Signal, ExitReasons.Stop, ExitReasons.TrailingStop, ExitReasons.TakeProfit, ExitReasons.Time, ExitReasons.Risk, ExitReasons.Delisted, ExitReasons.Open];

    /// <summary>A reason as people say it.</summary>
    public static string Reason(string reason) => reason switch
    {
        ExitReasons.TrailingStop => "trailing stop",
        ExitReasons.TakeProfit => "target",
        ExitReasons.Time => "time stop",
        ExitReasons.Risk => "risk rule",
        ExitReasons.Delisted => "delisting",
        ExitReasons.Hand => "by hand",
        ExitReasons.Open => "marked to market",
        _ => reason,
    };

    /// <summary>What ends a trade, in one sentence.</summary>
    public static string Rules(ExitRules exits)
    {
        string[] rules = [.. Stops(exits), .. Others(exits)];
        return rules.Length == 0 ? "None: a trade ends when the strategy says so." : $"{Capital(string.Join(", ", rules))}.";
    }

    /// <summary>How the rules act, in one sentence; empty without a rule.</summary>
    public static string Manner(ExitRules exits)
    {
        var parts = new List<string>();
        if (exits.HasLevels)
        {
            parts.Add(exits.StopsFrom == StopsFrom.NextBar ? "live from the bar after the entry" : "live from the entry bar");
            parts.Add(exits.StopBase == StopBase.Fill ? "measured from the fill" : "measured from the close that decided");
        }

        if (exits.HasStop && exits.HasTarget)
        {
            parts.Add(exits.BothTouched == BothTouched.StopFirst ? "stop first when one bar touches both" : "target first when one bar touches both");
        }

        if (exits.Any)
        {
            parts.Add(exits.ReEntry == ReEntry.FreshSignal ? "entered again after a fresh signal only" : "entered again while the strategy wants it");
        }

        return parts.Count == 0 ? "" : $"{Capital(string.Join(", ", parts))}.";
    }

    private static IEnumerable<string> Stops(ExitRules exits)
    {
        if (exits.StopFraction is { } fixedPart)
        {
            yield return $"stop at {Percent(fixedPart)}";
        }

        if (exits.StopAtr is { } times)
        {
            yield return $"stop at {Ranges(times, exits)}";
        }

        if (exits.TrailingFraction is { } part)
        {
            yield return $"trailing stop at {Percent(part)}";
        }

        if (exits.TrailingAtr is { } multiple)
        {
            yield return $"trailing stop at {Ranges(multiple, exits)}";
        }

        if (exits.BreakEvenFraction is { } trigger)
        {
            yield return $"stop to the entry price after {Percent(trigger)} in favour";
        }
    }

    private static IEnumerable<string> Others(ExitRules exits)
    {
        if (exits.TakeProfitFraction is { } profit)
        {
            yield return $"target at {Percent(profit)}";
        }

        if (exits.TakeProfitR is { } times)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"target at {times:0.####} R");
        }

        if (exits.TimeStopBars is { } bars)
        {
            yield return $"left after {FigureText.Count(bars)} {(bars == 1 ? "bar" : "bars")}";
        }
    }

    private static string Percent(double fraction) => (100 * fraction).ToString("0.####", CultureInfo.InvariantCulture) + "%";

    private static string Ranges(double times, ExitRules exits) => string.Create(CultureInfo.InvariantCulture, $"{times:0.####} x ATR({exits.AtrLength})");

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
