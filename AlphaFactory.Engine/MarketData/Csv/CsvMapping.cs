namespace AlphaFactory.Engine.MarketData.Csv;

/// <summary>How a file is to be read where it does not say so itself. Everything left open is detected, and asked for when it cannot be told.</summary>
public sealed record CsvMapping
{
    /// <summary>Nothing decided.</summary>
    public static CsvMapping Automatic { get; } = new();

    /// <summary>Comma, semicolon or tab; null detects it.</summary>
    public char? Delimiter { get; init; }

    /// <summary>False when the first line is already a bar; <see cref="Columns"/> must then name the columns.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>Column numbers from 0, by what they hold. A field that is absent is looked for in the header; -1 says that the file does not have it, which is allowed for the volume.</summary>
    public IReadOnlyDictionary<CsvField, int> Columns { get; init; } = new Dictionary<CsvField, int>();

    /// <summary>Which comes first in dates like 03/04/2024; null tells it from the file, if the file tells.</summary>
    public CsvDateOrder? DateOrder { get; init; }

    /// <summary>The clock of times that carry no zone; null asks.</summary>
    public CsvClock? Clock { get; init; }

    /// <summary><c>.</c> or <c>,</c>; null detects it, a comma only in files delimited by something else.</summary>
    public char? DecimalSeparator { get; init; }

    /// <summary>Character between groups of three digits; null allows none.</summary>
    public char? ThousandsSeparator { get; init; }
}

/// <summary>Order of day and month.</summary>
public enum CsvDateOrder
{
    /// <summary>03/04/2024 is the fourth of March.</summary>
    MonthFirst,

    /// <summary>03/04/2024 is the third of April.</summary>
    DayFirst,
}

/// <summary>The clock that times without a zone were read from.</summary>
public enum CsvClock
{
    /// <summary>The exchange's clock in New York.</summary>
    Exchange,

    /// <summary>Universal time.</summary>
    Utc,
}
