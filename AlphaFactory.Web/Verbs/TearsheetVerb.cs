using System.CommandLine;
using System.Globalization;
using AlphaFactory.Core.Statistics.Sheets;
using AlphaFactory.Engine.Reports.Tearsheets;

namespace AlphaFactory.Web.Verbs;

/// <summary>Computes every statistic of a column of daily returns; needs no database.</summary>
internal sealed class TearsheetVerb : IVerb
{
    private readonly Option<string> _returns = new("--returns") { Description = "File of daily returns with headers; fractions, one line a day", HelpName = "FILE", Required = true };
    private readonly Option<string> _column = new("--column") { Description = "Header of the returns", HelpName = "NAME", Required = true };
    private readonly Option<string?> _benchmark = new("--benchmark") { Description = "Header of the benchmark's returns in the same file", HelpName = "NAME" };
    private readonly Option<int?> _trials = new("--trials") { Description = "Independent tries that led to this series, for the deflated Sharpe ratio", HelpName = "N" };
    private readonly Option<string?> _html = new("--html") { Description = "File to write one self-contained page with charts to", HelpName = "FILE" };
    private readonly Option<bool> _json = new("--json") { Description = "Print the figures as one JSON document" };

    public Command Build()
    {
        var command = new Command("tearsheet", "Compute every statistic of a return series") { _returns, _column, _benchmark, _trials, _html, _json };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        int? trials = parsed.GetValue(_trials);
        if (trials < 1)
        {
            throw new VerbException($"--trials is {trials} but must be 1 or more: the try that gave this series counts.", ExitCode.WrongUse);
        }

        var series = await ReadAsync(parsed, cancellationToken);
        var sheet = ReturnSheet.Of(series.Run, trials);
        if (parsed.GetValue(_html) is { } page)
        {
            await File.WriteAllTextAsync(page, TearsheetPage.Write(series, sheet), cancellationToken);
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"Wrote {page}.");
        }

        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(_json))
        {
            await output.WriteLineAsync(TearsheetJson.Write(series, sheet));
        }
        else
        {
            Print(output, sheet);
        }

        return ExitCode.Done;
    }

    private async Task<ReturnSeries> ReadAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        string path = parsed.GetValue(_returns)!;
        if (!File.Exists(path))
        {
            throw new VerbException($"There is no file {path}.", ExitCode.WrongUse);
        }

        string[] lines = await File.ReadAllLinesAsync(path, cancellationToken);
        return ReturnSeriesReader.Read(lines, parsed.GetValue(_column)!, parsed.GetValue(_benchmark)) switch
        {
            ReturnSeries read => read,
            ReturnSeriesRefused refused => throw new VerbException(string.Join(Environment.NewLine, refused.Errors.Prepend($"{path} was not taken:"))),
            var other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
        };
    }

    private static void Print(TextWriter output, ReturnSheet sheet) => output.WriteTable(["statistic", "value"],
    [
        .. sheet.Measures.Select(pair => new[] { pair.Key, Text(pair.Value.Value) ?? $"- ({pair.Value.Reason})" }),
        .. sheet.Columns.Select(pair => new[] { pair.Key, pair.Value.Values is { } values ? string.Join(" ", values.Select(value => Text(value) ?? "-")) : $"- ({pair.Value.Reason})" }),
        .. sheet.Deflated.Select(one => new[] { string.Create(CultureInfo.InvariantCulture, $"deflated_sharpe of {one.Trials} trials, variance {one.TrialVariance:G4}"), Text(one.Probability.Value) ?? $"- ({one.Probability.Reason})" }),
    ]);

    private static string? Text(double? value) => value?.ToString("G6", CultureInfo.InvariantCulture);
}
