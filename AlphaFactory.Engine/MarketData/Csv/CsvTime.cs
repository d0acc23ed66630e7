using System.Globalization;

namespace AlphaFactory.Engine.MarketData.Csv;

/// <summary>A day or instant as written, before it is known whether 03/04 is March or April.</summary>
/// <param name="Form">How it is written.</param>
/// <param name="Year">Year, or 0 for Unix time.</param>
/// <param name="First">Month, or the first of an undecided pair.</param>
/// <param name="Second">Day, or the second of an undecided pair.</param>
/// <param name="Milliseconds">Milliseconds since midnight, or since 1970 for Unix time.</param>
/// <param name="Offset">Minutes ahead of UTC; null when the text names no zone.</param>
internal readonly record struct CsvTime(CsvTimeForm Form, int Year, int First, int Second, long Milliseconds, int? Offset)
{
    private const long DayMilliseconds = 86_400_000;

    private static readonly string[] ClockFormats = ["HH:mm:ss", "HH:mm", "H:mm", "HH:mm:ss.FFFFFFF"];

    /// <summary>Reads one value.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CsvTime time)
    {
        time = default;
        text = text.Trim();
        if (IsDigits(text) && text.Length is >= 9 and <= 13 && text.Length is not (11 or 12))
        {
            long number = long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
            time = new CsvTime(CsvTimeForm.Unix, 0, 0, 0, text.Length == 13 ? number : number * 1000, 0);
            return true;
        }

        int cut = text.IndexOfAny(' ', 'T');
        ReadOnlySpan<char> date = cut < 0 ? text : text[..cut];
        if (!TryDate(date, out CsvTimeForm form, out int year, out int first, out int second))
        {
            return false;
        }

        long milliseconds = 0;
        int? offset = null;
        if (cut >= 0)
        {
            form |= CsvTimeForm.WithClock;
            if (!TryClock(text[(cut + 1)..].Trim(), out milliseconds, out offset))
            {
                return false;
            }
        }

        time = new CsvTime(form, year, first, second, milliseconds, offset);
        return true;
    }

    /// <summary>The written day as midnight UTC in Unix milliseconds, or null when there is no such day.</summary>
    public long? WrittenDay(CsvDateOrder order)
    {
        if ((Form & CsvTimeForm.Unix) != 0)
        {
            return Milliseconds - (((Milliseconds % DayMilliseconds) + DayMilliseconds) % DayMilliseconds);
        }

        (int month, int day) = (Form & CsvTimeForm.Pair) != 0 && order == CsvDateOrder.DayFirst ? (Second, First) : (First, Second);
        bool exists = Year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(Year, month);
        return exists ? (new DateOnly(Year, month, day).DayNumber - new DateOnly(1970, 1, 1).DayNumber) * DayMilliseconds : null;
    }

    private static bool TryDate(ReadOnlySpan<char> text, out CsvTimeForm form, out int year, out int first, out int second)
    {
        (form, year, first, second) = (CsvTimeForm.YearFirst, 0, 0, 0);
        if (text.Length == 8 && IsDigits(text))
        {
            form = CsvTimeForm.Compact;
            return TryNumber(text[..4], 4, out year) && TryNumber(text[4..6], 2, out first) && TryNumber(text[6..], 2, out second);
        }

        int a = text.IndexOfAny('-', '/', '.'), b = a < 0 ? -1 : text[(a + 1)..].IndexOf(text[a]) + a + 1;
        if (b <= a)
        {
            return false;
        }

        char separator = text[a];
        ReadOnlySpan<char> left = text[..a], middle = text[(a + 1)..b], right = text[(b + 1)..];
        if (left.Length == 4 && separator != '.')
        {
            return TryNumber(left, 4, out year) && TryNumber(middle, 2, out first) && TryNumber(right, 2, out second);
        }

        if (right.Length != 4)
        {
            return false;
        }

        // Dots are written day first everywhere; with slash and dash it depends on the country.
        form = separator == '.' ? CsvTimeForm.Dotted : CsvTimeForm.Pair;
        bool read = TryNumber(left, 2, out first) & TryNumber(middle, 2, out second) & TryNumber(right, 4, out year);
        if (separator == '.')
        {
            (first, second) = (second, first);
        }

        return read;
    }

    private static bool TryClock(ReadOnlySpan<char> text, out long milliseconds, out int? offset)
    {
        (milliseconds, offset) = (0, null);
        int zone = text.IndexOfAny("Z+-");
        if (zone >= 0 && !TryZone(text[zone..], out offset))
        {
            return false;
        }

        ReadOnlySpan<char> clock = (zone < 0 ? text : text[..zone]).Trim();
        if (!TimeOnly.TryParseExact(clock, ClockFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time))
        {
            return false;
        }

        milliseconds = time.Ticks / TimeSpan.TicksPerMillisecond;
        return true;
    }

    private static bool TryZone(ReadOnlySpan<char> text, out int? offset)
    {
        offset = 0;
        if (text is "Z")
        {
            return true;
        }

        ReadOnlySpan<char> digits = text[1..];
        int hours, minutes = 0;
        bool read = digits.Length switch
        {
            2 => TryNumber(digits, 2, out hours),
            4 => TryNumber(digits[..2], 2, out hours) & TryNumber(digits[2..], 2, out minutes),
            5 => TryNumber(digits[..2], 2, out hours) & digits[2] == ':' & TryNumber(digits[3..], 2, out minutes),
            _ => TryNumber([], 0, out hours),
        };
        offset = (text[0] == '-' ? -1 : 1) * ((hours * 60) + minutes);
        return read && hours <= 14 && minutes < 60;
    }

    private static bool TryNumber(ReadOnlySpan<char> text, int longest, out int number)
    {
        number = 0;
        return text.Length > 0 && text.Length <= longest && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');
}

/// <summary>Ways to write a time. All rows of a file must use the same.</summary>
[Flags]
internal enum CsvTimeForm
{
    /// <summary>2024-03-04 or 2024/03/04.</summary>
    YearFirst = 1,

    /// <summary>20240304.</summary>
    Compact = 2,

    /// <summary>04.03.2024.</summary>
    Dotted = 4,

    /// <summary>03/04/2024 or 03-04-2024, of which the order is not known.</summary>
    Pair = 8,

    /// <summary>Seconds or milliseconds since 1970.</summary>
    Unix = 16,

    /// <summary>A time of day follows.</summary>
    WithClock = 32,
}
