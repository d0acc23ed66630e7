using System.CommandLine;
using System.Globalization;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.Search;
using AlphaFactory.Engine.Studies;

namespace AlphaFactory.Web.Verbs;

/// <summary>Runs a parameter sweep here and now, on a file (no database needed) or on stored bars.</summary>
internal sealed class SweepVerb : IVerb
{
    private static readonly string[] s_shown = ["total_return", "sharpe", "max_drawdown", "trades"];

    private readonly Option<string?> _csv = new("--csv") { Description = "Price file; without it the bars come from the store", HelpName = "FILE" };
    private readonly Option<string?> _out = new("--out") { Description = "File to write one row for each parameter set to", HelpName = "FILE" };
    private readonly Option<bool> _json = new("--json") { Description = "Print the outcome as one JSON document" };
    private readonly RunOptions _run = new();
    private readonly SweepOptions _sweep = new();

    public Command Build()
    {
        var command = new Command("sweep", "Try many parameter sets; no result is stored, but tries on stored bars are counted") { _csv };
        _run.AddTo(command);
        _sweep.AddTo(command);
        command.Options.Add(_out);
        command.Options.Add(_json);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        string? csv = parsed.GetValue(_csv);
        var spec = _run.Read(parsed, csv is null ? null : CsvSource.SymbolOf(csv));
        await using var strategies = await StrategySource.OpenAsync(spec, parsed, cancellationToken);
        var definition = _sweep.Read(parsed, spec, strategies.Catalog);
        int threads = _sweep.Threads(parsed);
        var run = csv is null ? await RunBars.OfStoreAsync(spec, await strategies.OpenStoreAsync(parsed, cancellationToken), cancellationToken) : await RunBars.OfFileAsync(spec, csv, cancellationToken);
        definition = definition with { Run = run.Spec };

        await using var file = parsed.GetValue(_out) is { } path ? new StreamWriter(path) : null;
        var statistics = StatisticRegistry.Shipped();
        var sweeper = new Sweeper(strategies.Catalog, statistics, SearchMethodRegistry.Shipped(), TimeProvider.System);
        await using var trials = await VerbTrials.BeginAsync(strategies, definition, run.Bars, parsed.InvocationConfiguration.Error, cancellationToken);
        var found = await trials.CountAsync(() => sweeper.Search(definition, run.Bars, threads, trials.Tried, file is null ? null : new SweepCsv(file), null, cancellationToken));
        var outcome = found.Outcome(trials.Tally?.Trials ?? found.Sets);
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(_json))
        {
            await output.WriteLineAsync(SweepJson.Write(outcome, trials.Write));
        }
        else
        {
            Print(output, outcome, new ObjectiveWords(definition.Objective, statistics));
            await output.WriteLineAsync(trials.Words);
        }

        return ExitCode.Done;
    }

    private static void Print(TextWriter output, SweepOutcome outcome, ObjectiveWords objective)
    {
        double seconds = outcome.Elapsed.TotalSeconds;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{VerbOutput.Count(outcome.Sets, "set")} of {VerbOutput.Count(outcome.Bars, "bar")} in {seconds:F3} s: {Rate(outcome.Sets / seconds)} sets/s, {Rate(outcome.Sets * (double)outcome.Bars / seconds)} bar evaluations/s on {VerbOutput.Count(outcome.Threads, "thread")}, engine {outcome.Engine}"));
        output.WriteTable(["row", "values", .. s_shown, "objective"],
        [
            Cells("recommended (plateau)", outcome.Plateau),
            Cells("single best", outcome.Best),
            Cells("default", outcome.Default),
            Cells("buy and hold", outcome.BuyAndHold),
            .. outcome.Top.Select((row, place) => Cells(string.Create(CultureInfo.InvariantCulture, $"{place + 1}"), row)),
        ]);
        output.WriteLine(outcome.BestReason is { } reason ? $"Nothing is recommended: {reason}." : SweepRecommendation.Of(outcome, objective));

        if (outcome.PlateauGround is { Score: { } score } && outcome.BestGround is { } best)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Plateau score: recommended {score:F2}, single best {(best.Score is { } own ? own.ToString("F2", CultureInfo.InvariantCulture) : "-")} (1 is flat ground, 0 a lone spike)."));
        }

        PrintClusters(output, outcome);
        output.WriteLine(outcome.DeflatedSharpe.Value is { } confidence
            ? string.Create(CultureInfo.InvariantCulture, $"Deflated Sharpe ratio of the single best after {VerbOutput.Count(outcome.Trials, "try", "tries")}: {confidence:F3}; 0.95 is asked for.")
            : $"No deflated Sharpe ratio: {outcome.DeflatedSharpe.Reason}.");
    }

    private static void PrintClusters(TextWriter output, SweepOutcome outcome)
    {
        if (outcome.Clusters is not { } clusters)
        {
            return;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The best tenth of the sets, {clusters.Sets:N0} with an objective of {Text(clusters.Least)} or more, lies in {clusters.Count:N0} {(clusters.Count == 1 ? "cluster" : "clusters")} of neighbours:"));
        output.WriteTable(["sets", "ranges", "median", "best"], clusters.Largest.Select(cluster => (IReadOnlyList<string>)
            [cluster.Sets.ToString("N0", CultureInfo.InvariantCulture), string.Join(' ', cluster.Ranges.Select(range => $"{range.Name}={range.Write()}")), Text(cluster.Median), Text(cluster.BestObjective)]));
    }

    private static IReadOnlyList<string> Cells(string name, SweepRow? row) => row is null
        ? [name, .. Enumerable.Repeat("-", s_shown.Length + 2)]
        : [name, string.Join(' ', row.Values.Select(pair => $"{pair.Key}={pair.Value}")), .. s_shown.Select(id => Text(row.Figures[id])), Text(row.Objective)];

    // Millions where there are ten and more; a small sweep is not nought of them.
    private static string Rate(double each) => each >= 1e7 ? string.Create(CultureInfo.InvariantCulture, $"{each / 1e6:N0} M") : each.ToString(each >= 10 ? "N0" : "N1", CultureInfo.InvariantCulture);

    private static string Text(double? value) => value?.ToString("G6", CultureInfo.InvariantCulture) ?? "-";
}
