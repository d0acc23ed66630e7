using System.Globalization;
using AlphaFactory.Engine.Trading.Desk;

namespace AlphaFactory.Engine.Alerts.Channels.Telegram.Commands;

/// <summary>Figures as the bot writes them. What is not known is a dash.</summary>
internal static class BotText
{
    private const char Minus = '\u2212';

    /// <summary>Money with a sign when it was made or lost.</summary>
    public static string Made(decimal? amount) => amount is null ? "–" : Sign(amount.Value) + Math.Abs(amount.Value).ToString("#,0.00", CultureInfo.InvariantCulture);

    /// <summary>Money that is there.</summary>
    public static string Money(decimal? amount) => amount is null ? "–" : (amount < 0 ? Minus.ToString() : "") + Math.Abs(amount.Value).ToString("#,0.00", CultureInfo.InvariantCulture);

    /// <summary>A fraction as per cent.</summary>
    public static string Percent(double? fraction) => fraction is null ? "–" : (fraction < 0 ? Minus.ToString() : "") + Math.Abs(fraction.Value).ToString("0.00%", CultureInfo.InvariantCulture);

    /// <summary>Shares.</summary>
    public static string Shares(decimal shares) => (shares < 0 ? Minus.ToString() : "") + Math.Abs(shares).ToString("#,0.######", CultureInfo.InvariantCulture);

    /// <summary>A length of time in one unit.</summary>
    public static string Age(TimeSpan age) => age.TotalSeconds < 90 ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, age.TotalSeconds):0} s")
        : age.TotalMinutes < 90 ? string.Create(CultureInfo.InvariantCulture, $"{age.TotalMinutes:0} min")
        : string.Create(CultureInfo.InvariantCulture, $"{age.TotalHours:0.#} h");

    /// <summary>What is wrong with the frame as a whole, before any figure; empty when nothing is.</summary>
    public static string Warning(DeskFrame frame, DateTimeOffset now)
    {
        string kill = frame.Kill is { IsKilled: true } killed ? $"KILLED by {killed.By}: {killed.Why}\n" : "";
        string trouble = frame.Trouble is { } why ? why + "\n"
            : frame.Node is not null && now - frame.At > TimeSpan.FromSeconds(5) ? $"These figures are {Age(now - frame.At)} old.\n"
            : "";
        return kill + trouble;
    }

    private static string Sign(decimal amount) => amount > 0 ? "+" : amount < 0 ? Minus.ToString() : "";
}
