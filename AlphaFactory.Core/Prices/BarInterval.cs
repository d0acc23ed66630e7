using System.Globalization;

namespace AlphaFactory.Core.Prices;

/// <summary>The length of one bar, written <c>1d</c>, <c>5m</c> or <c>1h</c>. <c>default</c> is not a valid interval.</summary>
/// <param name="Minutes">Length in minutes; a trading day counts as 1,440 whatever its session length.</param>
public readonly record struct BarInterval(int Minutes)
{
    /// <summary>One bar per trading day.</summary>
    public static BarInterval Daily => new(1440);

    /// <summary>One bar per five minutes of the session.</summary>
    public static BarInterval FiveMinutes => new(5);

    /// <summary>True when one bar is one trading day.</summary>
    public bool IsDaily => Minutes == 1440;

    /// <summary>Reads <c>1d</c>, <c>1h</c>, <c>5m</c> and the like.</summary>
    /// <returns>False when <paramref name="text"/> is not a whole number of minutes, hours or days from 1m to 1d.</returns>
    public static bool TryParse(string? text, out BarInterval interval)
    {
        interval = default;
        if (text is not { Length: >= 2 } || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int count))
        {
            return false;
        }

        int minutes = text[^1] switch { 'm' => 1, 'h' => 60, 'd' => 1440, _ => 0 };
        if (minutes == 0 || count < 1 || count > 1440 / minutes)
        {
            return false;
        }

        interval = new BarInterval(count * minutes);
        return true;
    }

    /// <summary>The stable text form used in keys, files and links.</summary>
    public override string ToString() => Minutes switch
    {
        1440 => "1d",
        >= 60 when Minutes % 60 == 0 => string.Create(CultureInfo.InvariantCulture, $"{Minutes / 60}h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Minutes}m"),
    };
}
