using System.Text;
using CsvHelper;

namespace AlphaFactory.Engine.MarketData.Csv;

/// <summary>Cuts a file into lines and fields; knows where in the file it is.</summary>
internal sealed class CsvTokens : IDisposable
{
    /// <summary>Longest line in bytes; no price file comes near, so a longer one is junk.</summary>
    private const int LongestLine = 64 * 1024;

    private readonly CsvReader _reader;
    private readonly HashSet<long> _badQuotes = [];

    /// <summary>Starts at the first line.</summary>
    public CsvTokens(Stream stream, char delimiter, Encoding encoding)
    {
        stream.Position = 0;
        _reader = CsvReader.Create(stream, new CsvReaderOptions
        {
            Separator = delimiter,
            Encoding = encoding,
            HasHeader = false,
            TrimWhitespace = true,
            TrackLineNumbers = true,
            // One open quote must not swallow the rest of the file; bars have no line breaks in them.
            AllowLineBreaksInQuotes = false,
            MaxRecordSize = LongestLine,
            OnMalformedRecord = record => _badQuotes.Add(record.LineNumber),
        }, leaveOpen: true);
    }

    /// <summary>The current line, from 1.</summary>
    public long Line => _reader.LineNumber;

    /// <summary>Fields of the current line.</summary>
    public int Count => _reader.FieldCount;

    /// <summary>True when a quote in the current line is neither at the edge of its field nor doubled, or is never closed.</summary>
    public bool HasBadQuote => _badQuotes.Count > 0 && _badQuotes.Contains(Line);

    public string this[int field] => _reader.GetString(field);

    /// <summary>A field as UTF-8, valid until the next line is read.</summary>
    public ReadOnlySpan<byte> Bytes(int field) => _reader.GetSpan(field);

    /// <summary>Goes to the next line that is not blank.</summary>
    /// <exception cref="CsvFormatException">The line is longer than 64 kB.</exception>
    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken) => _reader.ReadAsync(cancellationToken);

    /// <summary>All fields of the current line.</summary>
    public string[] ToArray() => [.. Enumerable.Range(0, Count).Select(i => this[i])];

    public void Dispose() => _reader.Dispose();
}
