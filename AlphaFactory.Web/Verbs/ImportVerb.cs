using System.CommandLine;
using System.Globalization;
using AlphaFactory.Engine.MarketData.Csv;
using AlphaFactory.Engine.MarketData.Earnings;
using AlphaFactory.Engine.MarketData.Importing;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Web.Verbs;

/// <summary>Brings a file of prices, or of earnings days, into the store.</summary>
internal sealed class ImportVerb : IVerb
{
    private readonly Argument<string> _file = new("file") { Description = "CSV with date, open, high, low, close, volume and perhaps adj close, in any order; with --earnings symbol, date and perhaps session" };
    private readonly Option<string?> _symbol = new("--symbol") { Description = "Symbol of the bars; the file's name unless set", HelpName = "SYMBOL" };
    private readonly Option<string?> _interval = new("--interval") { Description = "Length of one bar: 1d, 1h, 5m; told from the times unless set", HelpName = "INTERVAL" };
    private readonly Option<string?> _dates = new("--date-order") { Description = "What comes first in dates like 03/04/2024" };
    private readonly Option<string?> _clock = new("--clock") { Description = "Clock of times without a zone" };
    private readonly Option<bool> _earnings = new("--earnings") { Description = "The file holds days of earnings reports: symbol, date and perhaps session (before-open, after-close)" };
    private readonly Option<bool> _json = new("--json") { Description = "Print what was stored as one JSON document" };

    public Command Build()
    {
        _dates.AcceptOnlyFromAmong("month-first", "day-first");
        _clock.AcceptOnlyFromAmong("exchange", "utc");
        var command = new Command("import", "Bring a file of prices, or of earnings days, into the store: all of it or nothing") { _file, _symbol, _interval, _dates, _clock, _earnings, _json };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_earnings))
        {
            return await RunEarningsAsync(parsed, cancellationToken);
        }

        string path = parsed.GetValue(_file)!;
        var mapping = CsvMapping.Automatic with
        {
            DateOrder = parsed.GetValue(_dates) is { } order ? ChoiceText.Parse<CsvDateOrder>(order) : null,
            Clock = parsed.GetValue(_clock) is { } clock ? ChoiceText.Parse<CsvClock>(clock) : null,
        };
        await using var file = CsvSource.Open(path);
        await using var services = await VerbHost.BuildWithStoreAsync(SettingsArguments.Load(parsed), cancellationToken);
        var outcome = await services.GetRequiredService<BarImporter>().ImportAsync(
            file, parsed.GetValue(_symbol) ?? CsvSource.SymbolOf(path), CsvSource.Interval(parsed.GetValue(_interval)), mapping, "verb", null, cancellationToken);
        if (outcome is RefusedFile refused)
        {
            throw CsvSource.Refusal(path, refused.Errors, refused.ErrorCount);
        }

        var stored = (ImportedBars)outcome;
        if (parsed.GetValue(_json))
        {
            parsed.InvocationConfiguration.Output.WriteJson(new
            {
                stored.Key.Symbol, Interval = stored.Key.Interval.ToString(), stored.Key.Source, stored.Bars, stored.Inserted, stored.Replaced, stored.First, stored.Last, stored.Findings,
            });
        }
        else
        {
            await parsed.InvocationConfiguration.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{stored.Key.Symbol} {stored.Key.Interval}: {stored.Bars} bars from {stored.First:yyyy-MM-dd} to {stored.Last:yyyy-MM-dd}, {stored.Inserted} new, {stored.Replaced} replaced, {stored.Findings.Count} {(stored.Findings.Count == 1 ? "finding" : "findings")}"));
        }

        return ExitCode.Done;
    }

    private async Task<int> RunEarningsAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (new Option[] { _symbol, _interval, _dates, _clock }.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } foreign)
        {
            throw new VerbException($"{foreign.Name} is about bars, and --earnings says that the file holds none. Leave one of the two out.", ExitCode.WrongUse);
        }

        string path = parsed.GetValue(_file)!;
        await using var file = CsvSource.Open(path);
        await using var services = await VerbHost.BuildWithStoreAsync(SettingsArguments.Load(parsed), cancellationToken);
        switch (await services.GetRequiredService<EarningsImporter>().ImportAsync(file, "verb", cancellationToken))
        {
            case EarningsOutcome.Refused refused:
                throw CsvSource.Refusal(path, refused.Errors, refused.ErrorCount);
            case EarningsOutcome.Imported done when parsed.GetValue(_json):
                parsed.InvocationConfiguration.Output.WriteJson(done);
                break;
            case EarningsOutcome.Imported done:
                await parsed.InvocationConfiguration.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                    $"Earnings: {done.Reports} {(done.Reports == 1 ? "day" : "days")} of {done.Symbols} {(done.Symbols == 1 ? "symbol" : "symbols")} from {done.First:yyyy-MM-dd} to {done.Last:yyyy-MM-dd}, {done.Replaced} replaced"));
                break;
        }

        return ExitCode.Done;
    }
}
