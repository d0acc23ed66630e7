using System.CommandLine;
using System.Globalization;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Statistics.Sheets;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Reports.Tearsheets;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Strategies;
using AlphaFactory.Engine.Studies;

namespace AlphaFactory.Web.Verbs;

/// <summary>Runs one backtest here and now, on a file (no database needed) or on stored bars.</summary>
internal sealed class BacktestVerb : IVerb
{
    private readonly Option<string?> _csv = new("--csv") { Description = "Price file; without it the bars come from the store", HelpName = "FILE" };
    private readonly Option<bool> _json = new("--json") { Description = "Print the whole result as one JSON document" };
    private readonly Option<string?> _html = new("--html") { Description = "File to write one self-contained page with charts to", HelpName = "FILE" };
    private readonly Option<bool> _progress = new("--progress") { Description = "Tell the bars done on the error stream" };
    private readonly RunOptions _run = new();

    public Command Build()
    {
        var command = new Command("backtest", "Run one backtest and print its figures; no result is stored, but a try on stored bars is counted") { _csv };
        _run.AddTo(command);
        command.Options.Add(_json);
        command.Options.Add(_html);
        command.Options.Add(_progress);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        string? csv = parsed.GetValue(_csv);
        var spec = _run.Read(parsed, csv is null ? null : CsvSource.SymbolOf(csv));
        var progress = parsed.GetValue(_progress) ? new ProgressLine(parsed.InvocationConfiguration.Error) : null;
        var result = csv is null
            ? await OnStoreAsync(spec, parsed, progress, cancellationToken)
            : await OnFileAsync(spec, csv, parsed, progress, cancellationToken);
        progress?.End();
        if (parsed.GetValue(_html) is { } page)
        {
            var series = RunReturns.Of(result);
            await File.WriteAllTextAsync(page, TearsheetPage.Write(series, ReturnSheet.Of(series.Run)), cancellationToken);
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"Wrote {page}.");
        }

        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(_json))
        {
            await output.WriteLineAsync(BacktestJson.Write(result));
        }
        else
        {
            Print(output, result);
        }

        return ExitCode.Done;
    }

    private static async Task<BacktestResult> OnFileAsync(RunSpec spec, string path, ParseResult parsed, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        // Side by side: in a process that has just begun each waits for the compiler.
        var reading = Task.Run(() => RunBars.OfFileAsync(spec, path, cancellationToken), cancellationToken);
        await using var strategies = await StrategySource.OpenAsync(spec, parsed, cancellationToken);
        var statistics = StatisticRegistry.Shipped();
        var run = await reading;
        int trials = strategies.Store is { } store ? await CountAsync(store, run, strategies.Catalog, parsed, cancellationToken) : 1;
        return new Backtester(strategies.Catalog, statistics).Run(run.Spec, run.Bars, trials, progress, cancellationToken);
    }

    private static async Task<BacktestResult> OnStoreAsync(RunSpec spec, ParseResult parsed, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        await using var services = await VerbHost.BuildWithStoreAsync(SettingsArguments.Load(parsed), cancellationToken);
        var catalog = services.GetRequiredService<StrategyCatalog>();
        await catalog.RefreshAsync(cancellationToken);
        var run = await RunBars.OfStoreAsync(spec, services, cancellationToken);
        int trials = await CountAsync(services, run, catalog, parsed, cancellationToken);
        return services.GetRequiredService<IBacktester>().Run(spec, run.Bars, trials, progress, cancellationToken);
    }

    /// <summary>Counts the try before it is made, as a job does: the verdict discounts the try it is about.</summary>
    private static async Task<int> CountAsync(IServiceProvider store, RunBars run, IStrategyCatalog catalog, ParseResult parsed, CancellationToken cancellationToken)
    {
        var tally = await store.GetRequiredService<TrialCounter>().CountAsync(run.Spec, run.Bars, catalog, cancellationToken);
        await VerbTrials.SayAsync(parsed.InvocationConfiguration.Error, tally);
        return (int)Math.Min(tally.Trials, int.MaxValue);
    }

    private static void Print(TextWriter output, BacktestResult result)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Spec.Strategy} on {result.Series.Symbol}{(result.Series.IsSynthetic ? " (synthetic)" : "")}, {result.Equity.Length} bars from {Day(result.Times[0])} to {Day(result.Times[^1])}"));
        output.WriteLine(result.Verdict.Text);
        output.WriteTable(["metric", "value", "low", "high", "buy and hold"], result.Metrics.Select(figure => (IReadOnlyList<string>)
        [
            figure.Key,
            Text(figure.Value),
            result.Intervals.TryGetValue(figure.Key, out var interval) ? Text(interval.Low) : "",
            result.Intervals.TryGetValue(figure.Key, out interval) ? Text(interval.High) : "",
            Text(result.BenchmarkMetrics.GetValueOrDefault(figure.Key)),
        ]));
        PrintRisk(output, result);
    }

    private static void PrintRisk(TextWriter output, BacktestResult result)
    {
        if (result.RiskEvents.Count > 0)
        {
            output.WriteLine();
            output.WriteTable(["rule", "cut", "refused", "tightest", "stopped"], RiskTally.Of(result.RiskEvents).Select(tally => (IReadOnlyList<string>)
            [
                tally.Rule, Whole(tally.Cut), Whole(tally.Refused), Whole(tally.Tightest), Whole(tally.Stopped),
            ]));
        }
    }

    private static string Whole(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Text(double? value) => value?.ToString("G6", CultureInfo.InvariantCulture) ?? "-";

    private static string Day(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
