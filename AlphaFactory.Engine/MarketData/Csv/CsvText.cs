using System.Text;

namespace AlphaFactory.Engine.MarketData.Csv;

/// <summary>Finds out how the bytes of a file become text, and whether they are text at all.</summary>
internal static class CsvText
{
    private const int HeadBytes = 64 * 1024;

    /// <summary>Reads the start of a file and puts the stream back.</summary>
    /// <returns>The encoding and the text of the start, or the reason why this is not a text file.</returns>
    public static async Task<(Encoding Encoding, string Head, CsvError? Error)> ReadHeadAsync(Stream stream, CancellationToken cancellationToken)
    {
        byte[] bytes = new byte[HeadBytes];
        stream.Position = 0;
        int count = await stream.ReadAtLeastAsync(bytes, HeadBytes, throwOnEndOfStream: false, cancellationToken);
        stream.Position = 0;
        ReadOnlySpan<byte> head = bytes.AsSpan(0, count);
        Encoding encoding = Detect(head);
        string text = encoding.GetString(head).TrimStart('\uFEFF');
        return (encoding, text, Refusal(head, text));
    }

    private static Encoding Detect(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        [not 0, 0, not 0, 0, ..] => Encoding.Unicode,
        [0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode,
        _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
    };

    private static CsvError? Refusal(ReadOnlySpan<byte> head, string text)
    {
        const string save = "Save the data as a CSV file (plain text, one bar a line) and import that.";
        return head switch
        {
            [] => new CsvError(1, null, null, "file-empty", "The file is empty.", "Export it again with a header line and at least one bar."),
            [0x1F, 0x8B, ..] => new CsvError(1, null, null, "file-packed", "The file is packed with gzip.", "Unpack it and import the CSV file inside."),
            [(byte)'P', (byte)'K', 3, 4, ..] => new CsvError(1, null, null, "file-packed", "The file is a ZIP archive or an Excel workbook.", save),
            _ when text.AsSpan().Trim().IsEmpty => new CsvError(1, null, null, "file-empty", "The file holds blank lines only.", "Export it again with a header line and at least one bar."),
            _ when IsJunk(text) => new CsvError(1 + text.TakeWhile(c => !IsOdd(c)).Count(c => c == '\n'), null, null, "file-binary", "From here on the file is not text.", save),
            _ => null,
        };
    }

    private static bool IsJunk(string text)
    {
        int odd = text.Count(IsOdd);
        return text.Contains('\0', StringComparison.Ordinal) || odd > text.Length / 20;
    }

    private static bool IsOdd(char c) => c == '\uFFFD' || (char.IsControl(c) && c is not ('\r' or '\n' or '\t'));
}
