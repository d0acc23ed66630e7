using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.MarketData.Csv;

namespace AlphaFactory.Web.Verbs;

/// <summary>A price file named on the command line.</summary>
internal static class CsvSource
{
    /// <summary>Opens the file.</summary>
    /// <exception cref="VerbException">There is none.</exception>
    public static FileStream Open(string path) => File.Exists(path)
        ? File.OpenRead(path)
        : throw new VerbException($"There is no file {path}.", ExitCode.WrongUse);

    /// <summary>The symbol to use when none was given: that of the file's name, AAPL for AAPL.csv; CSV when that is none.</summary>
    public static string SymbolOf(string path) => SymbolGrammar.FromFileName(path) ?? "CSV";

    /// <summary>What to say about a file that cannot be taken.</summary>
    public static VerbException Refusal(string path, IReadOnlyList<CsvError> errors, long count) => new(string.Join(Environment.NewLine, errors
        .Select(error => error.Message)
        .Prepend($"{path} was not taken:")
        .Concat(count > errors.Count ? [$"and {count - errors.Count} more"] : [])));

    /// <summary>Reads an interval option.</summary>
    /// <exception cref="VerbException">It is none.</exception>
    public static BarInterval? Interval(string? text) => text is null ? null
        : BarInterval.TryParse(text, out var interval) ? interval
        : throw new VerbException($"--interval is \"{text}\" but must be 1d, 1h, 5m or the like.", ExitCode.WrongUse);
}
