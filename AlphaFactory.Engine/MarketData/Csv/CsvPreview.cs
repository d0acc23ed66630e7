namespace AlphaFactory.Engine.MarketData.Csv;

/// <summary>What a file looks like before anything is read for good: enough to show it and to choose its columns.</summary>
/// <param name="Encoding">Name of the encoding, such as <c>utf-8</c>.</param>
/// <param name="Delimiter">Between fields.</param>
/// <param name="HasHeader">False when the first line is already a bar.</param>
/// <param name="Headers">Names of the columns, or Column 1, Column 2.</param>
/// <param name="Rows">First bars as text.</param>
/// <param name="Proposed">The mapping as detected; a page changes it and hands it back.</param>
/// <param name="Missing">Fields no column was found for.</param>
/// <param name="Questions">What the file leaves open.</param>
/// <param name="Symbols">Symbols seen in the first bars of a file with a symbol column.</param>
/// <param name="ProposedSymbol">The symbol of the column or the file name; null when neither says.</param>
public sealed record CsvPreview(
    string Encoding,
    char Delimiter,
    bool HasHeader,
    IReadOnlyList<string> Headers,
    IReadOnlyList<IReadOnlyList<string>> Rows,
    CsvMapping Proposed,
    IReadOnlyList<CsvField> Missing,
    CsvQuestions Questions,
    IReadOnlyList<string> Symbols,
    string? ProposedSymbol);

/// <summary>What has to be decided by hand before a file can be read.</summary>
[Flags]
public enum CsvQuestions
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Which columns hold the prices.</summary>
    Columns = 1,

    /// <summary>Whether 03/04 is March or April; later lines may still tell.</summary>
    DateOrder = 2,

    /// <summary>Whose clock the times are from.</summary>
    Clock = 4,

    /// <summary>Which symbol the bars are of.</summary>
    Symbol = 8,
}
