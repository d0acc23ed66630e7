namespace AlphaFactory.Engine.MarketData.Csv;

/// <summary>Finds out what separates the fields of a file.</summary>
internal static class CsvDelimiter
{
    // Between a day, four prices and nothing else.
    private const int OfABar = 4;

    // A comma may be a decimal comma, so it is the last to be considered.
    private static readonly char[] s_marks = ['\t', ';', ','];

    /// <summary>The mark that separates most fields of the first line; where two are enough for a bar, the one that stands in no number.</summary>
    /// <param name="head">Start of the file.</param>
    /// <returns>Null when there is none.</returns>
    public static char? Find(string head)
    {
        string first = FirstLine(head);
        return s_marks.Where(first.Contains).OrderByDescending(mark => Math.Min(OfABar, first.Count(letter => letter == mark))).Select(mark => (char?)mark).FirstOrDefault();
    }

    /// <summary>The first line that is not blank.</summary>
    public static string FirstLine(string head) => head.Split('\n').Select(line => line.Trim('\r')).FirstOrDefault(line => line.AsSpan().Trim().Length > 0) ?? "";
}
