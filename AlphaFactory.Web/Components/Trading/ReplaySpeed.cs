using System.Globalization;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Trading.Replay;
using AlphaFactory.Web.Components.Values;

namespace AlphaFactory.Web.Components.Trading;

/// <summary>How fast stored bars are played, in words that say what one sees.</summary>
public static class ReplaySpeed
{
    /// <summary>What the number means.</summary>
    public const string Meaning = "Times the speed of the exchange. Nights, week-ends and holidays take no time.";

    /// <summary>The speed of a first replay of bars of minutes.</summary>
    public const double Usual = 60;

    private static readonly double[] s_offered = [1, 10, 60, 120, 300, 600, ReplayPace.Fastest];

    /// <summary>Speeds to choose from, the one in force among them.</summary>
    public static IReadOnlyList<double> Offered(double now) => [.. s_offered.Append(now).Distinct().Order()];

    /// <summary><c>60x</c>.</summary>
    public static string Text(double speed) => speed.ToString("#,0.##", CultureInfo.InvariantCulture) + "x";

    /// <summary>The speed at which the page moves within seconds: the usual one for bars of minutes, the fastest for bars of a day.</summary>
    public static double For(BarInterval interval) => interval.Minutes <= 15 ? Usual : ReplayPace.Fastest;

    /// <summary>Time on the clock of this machine that one bar takes; a day is the six and a half hours of a session.</summary>
    public static TimeSpan BarTakes(BarInterval interval, double speed) => TimeSpan.FromMinutes(interval.IsDaily ? 390 : interval.Minutes) / speed;

    /// <summary><c>a bar of 5 minutes takes 5.0 s, a trading day 6 m 30 s</c>.</summary>
    public static string Words(BarInterval interval, double speed)
    {
        string bar = $"a {(interval.IsDaily ? "daily bar" : $"bar of {interval.Minutes} minutes")} takes {FigureText.Duration(BarTakes(interval, speed))}";
        return interval.IsDaily ? bar : $"{bar}, a trading day {FigureText.Duration(BarTakes(BarInterval.Daily, speed))}";
    }
}
