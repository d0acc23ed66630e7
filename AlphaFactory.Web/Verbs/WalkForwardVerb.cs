using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.CrossValidation;
using AlphaFactory.Engine.Optimization.Search;
using AlphaFactory.Engine.Optimization.WalkForward;

namespace AlphaFactory.Web.Verbs;

/// <summary>
/// Chooses parameters on one stretch and trades them on the next, again and again, or cross-validates the choice; on a file (no database needed) or on
/// stored bars.
/// </summary>
internal sealed class WalkForwardVerb : IVerb
{
    private readonly Option<string?> _csv = new("--csv") { Description = "Price file; without it the bars come from the store", HelpName = "FILE" };
    private readonly Option<bool> _json = new("--json") { Description = "Print the outcome as one JSON document" };
    private readonly RunOptions _run = new();
    private readonly SweepOptions _sweep = new();
    private readonly WindowOptions _windows = new();

    public Command Build()
    {
        var command = new Command("walk-forward", "Optimise on one stretch and trade the next, again and again, or cross-validate; no result is stored, but tries on stored bars are counted") { _csv };
        _run.AddTo(command);
        _sweep.AddTo(command);
        _windows.AddTo(command);
        command.Options.Add(_json);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        string? csv = parsed.GetValue(_csv);
        var spec = _run.Read(parsed, csv is null ? null : CsvSource.SymbolOf(csv));
        await using var strategies = await StrategySource.OpenAsync(spec, parsed, cancellationToken);
        var scheme = _windows.Scheme(parsed);
        var sweep = _sweep.Read(parsed, spec, strategies.Catalog);
        int threads = _sweep.Threads(parsed);
        var run = csv is null ? await RunBars.OfStoreAsync(spec, await strategies.OpenStoreAsync(parsed, cancellationToken), cancellationToken) : await RunBars.OfFileAsync(spec, csv, cancellationToken);
        var (catalog, statistics, methods) = (strategies.Catalog, StatisticRegistry.Shipped(), SearchMethodRegistry.Shipped());
        sweep = sweep with { Run = run.Spec };
        await using var trials = await VerbTrials.BeginAsync(strategies, sweep, run.Bars, parsed.InvocationConfiguration.Error, cancellationToken);
        var output = parsed.InvocationConfiguration.Output;
        bool asJson = parsed.GetValue(_json);
        if (scheme is WindowScheme.KFold or WindowScheme.Combinatorial)
        {
            var validator = new CrossValidator(catalog, statistics, methods, TimeProvider.System);
            Write(await trials.CountAsync(() => validator.Run(_windows.Folds(parsed, sweep), run.Bars, threads, trials.Tried, cancellationToken)), CrossValidationJson.Write, CrossValidationText.Print);
        }
        else
        {
            var walker = new WalkForwarder(catalog, statistics, methods, TimeProvider.System);
            Write(await trials.CountAsync(() => walker.Run(_windows.Windows(parsed, sweep, () => walker.BarsOf(run.Spec, run.Bars)), run.Bars, threads, trials.Tried, null, cancellationToken)), WalkForwardJson.Write, Print);
        }

        return ExitCode.Done;

        void Write<T>(T outcome, Func<T, Action<Utf8JsonWriter>, string> json, Action<TextWriter, T> print)
        {
            if (asJson)
            {
                output.WriteLine(json(outcome, trials.Write));
            }
            else
            {
                print(output, outcome);
                output.WriteLine(trials.Words);
            }
        }
    }

    private static void Print(TextWriter output, WalkForwardOutcome outcome)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{VerbOutput.Count(outcome.Windows.Count, "window")}, {VerbOutput.Count(outcome.Sets, "set")} in {outcome.Elapsed.TotalSeconds:F3} s, engine {outcome.Engine}"));
        output.WriteTable(["test", "recommended", "in sample", "out of sample", "single best", "out of sample", "default out of sample"], outcome.Windows.Select(window => (IReadOnlyList<string>)
        [
            string.Create(CultureInfo.InvariantCulture, $"{window.TestFrom:yyyy-MM-dd} to {window.TestTo:yyyy-MM-dd}"),
            Words(window.Plateau.InSample), Text(window.Plateau.InSample.Objective), Text(window.Plateau.OutOfSample.Objective),
            Words(window.Best.InSample), Text(window.Best.OutOfSample.Objective), Text(window.Default.OutOfSample.Objective),
        ]));
        output.WriteTable(["stitched tests", "total return", "sharpe", "max drawdown", "trades"],
        [
            Cells("recommended", outcome.Plateau), Cells("single best", outcome.Best), Cells("default", outcome.Default), Cells("buy and hold", outcome.BuyAndHold),
        ]);
        output.WriteLine($"Efficiency {Text(outcome.Efficiency)} (yearly growth out of sample over in sample), degradation {Text(outcome.Degradation)} ({outcome.Definition.Sweep.Objective} in sample less out of sample).");
        output.WriteLine(Answer(outcome));
    }

    private static string Answer(WalkForwardOutcome outcome) => (outcome.Plateau.Figures["sharpe"], outcome.Default.Figures["sharpe"]) switch
    {
        ({ } optimised, { } standard) when optimised > standard && !DefaultLead.IsClear(outcome) =>
            $"Out of sample, optimised parameters led the default by no more than noise: Sharpe {Text(optimised)} against {Text(standard)}, and the 95% interval of the difference is not clear of 0.",
        ({ } optimised, { } standard) when optimised > standard => $"Out of sample, optimised parameters did better than the default: Sharpe {Text(optimised)} against {Text(standard)}.",
        ({ } optimised, { } standard) => $"Optimising did not help: out of sample, Sharpe {Text(optimised)} against {Text(standard)} of the default.",
        _ => "Out of sample there is no Sharpe ratio to compare.",
    };

    private static string[] Cells(string name, StitchedRun run) =>
        [name, Text(run.Figures["total_return"]), Text(run.Figures["sharpe"]), Text(run.Figures["max_drawdown"]), Text(run.Figures["trades"])];

    private static string Words(SweepRow row) => string.Join(' ', row.Values.Select(pair => $"{pair.Key}={pair.Value}"));

    private static string Text(double? value) => value?.ToString("G4", CultureInfo.InvariantCulture) ?? "-";
}
