using System.Text;
using System.Text.Json;

namespace AlphaFactory.Web.Logs;

/// <summary>Reads the log files back, newest line first, without holding more than one file in memory.</summary>
public sealed class LogReader(string folder)
{
    /// <summary>Lines that pass the filter, newest first.</summary>
    public async Task<IReadOnlyList<LogLine>> ReadAsync(LogFilter filter, CancellationToken cancellationToken)
    {
        var found = new List<LogLine>();
        foreach (string path in Files())
        {
            var lines = await LinesAsync(path, cancellationToken);
            for (int i = lines.Count - 1; i >= 0 && found.Count < filter.Take; i--)
            {
                if (Parse(lines[i]) is { } line && filter.Passes(line))
                {
                    found.Add(line);
                }
            }

            if (found.Count >= filter.Take)
            {
                break;
            }
        }

        return found;
    }

    /// <summary>Paths of all log files, newest first.</summary>
    public IReadOnlyList<string> Files() => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "alphafactory-*.log").OrderDescending(Comparer<string>.Create(ByDayAndNumber))]
        : [];

    private static int ByDayAndNumber(string left, string right)
    {
        // alphafactory-20250131.log comes before its continuation alphafactory-20250131_001.log.
        static string Key(string path) => Path.GetFileNameWithoutExtension(path).Replace('_', '~');
        return string.CompareOrdinal(Key(left), Key(right));
    }

    private static async Task<List<string>> LinesAsync(string path, CancellationToken cancellationToken)
    {
        // The writer still has the file open, and may be in the middle of a line.
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var lines = new List<string>();
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }

    private static LogLine? Parse(string text)
    {
        if (text.Length < 2 || text[0] != '{' || text[^1] != '}')
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            string? Read(string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;
            return root.TryGetProperty("time", out var time) && time.TryGetDateTimeOffset(out var at)
                ? new LogLine(at, Read("level") ?? "info", Read("source") ?? "", Read("run"), Read("text") ?? "", Read("error"))
                : null;
        }
        catch (JsonException)
        {
            // A line cut off by a crash of the machine; the lines around it are whole.
            return null;
        }
    }
}
