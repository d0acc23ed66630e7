using System.CommandLine;
using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.MarketData.Csv;
using AlphaFactory.Engine.MarketData.Importing;

namespace AlphaFactory.Web.Verbs;

/// <summary>Computes indicator columns of a price file; needs no database.</summary>
internal sealed class IndicatorsVerb : IVerb
{
    private const string All = "all";

    private readonly Option<string> _csv = new("--csv") { Description = "Price file", HelpName = "FILE", Required = true };

    private readonly Option<string> _columns = new("--columns")
    {
        Description = "Column names, separated by commas, such as sma_20,macd_signal_12_26_9; all is every indicator with its usual parameters",
        HelpName = "NAMES",
        Required = true,
    };

    private readonly Option<string?> _out = new("--out") { Description = "File to write; without it the columns are printed", HelpName = "FILE" };

    public Command Build()
    {
        var command = new Command("indicators", "Compute indicator columns of a price file") { _csv, _columns, _out };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var plan = Plan(parsed.GetValue(_columns)!);
        var bars = await ReadAsync(parsed.GetValue(_csv)!, cancellationToken);
        var table = plan.Compute(bars);
        if (parsed.GetValue(_out) is not { } path)
        {
            IndicatorCsv.Write(parsed.InvocationConfiguration.Output, plan, bars, table);
            return ExitCode.Done;
        }

        await using (var file = new StreamWriter(path))
        {
            IndicatorCsv.Write(file, plan, bars, table);
        }

        await parsed.InvocationConfiguration.Error.WriteLineAsync($"Wrote {plan.Columns.Count} columns of {bars.Count} bars to {path}.");
        return ExitCode.Done;
    }

    private static IndicatorPlan Plan(string columns)
    {
        var registry = IndicatorRegistry.Shipped();
        if (columns == All)
        {
            return new IndicatorPlan(registry, registry.UsualColumns);
        }

        string[] names = columns.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.Length == 0)
        {
            throw new VerbException($"--columns is \"{columns}\" but must name a column, such as sma_20, or be {All}.", ExitCode.WrongUse);
        }

        try
        {
            return new IndicatorPlan(names);
        }
        catch (IndicatorColumnException unknown)
        {
            throw new VerbException($"--columns: {unknown.Message}", ExitCode.WrongUse);
        }
    }

    private static async Task<BarSeries> ReadAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = CsvSource.Open(path);
        var read = await new CsvBarReader(TimeProvider.System).ReadAsync(file, new CsvReadRequest(CsvSource.SymbolOf(path), null, CsvMapping.Automatic), null, cancellationToken);
        return read switch
        {
            CsvRefused refused => throw CsvSource.Refusal(path, refused.Errors, refused.ErrorCount),
            CsvBars bars => bars.Bars.Adjust(new SeriesIdentity(bars.Symbol, bars.Interval, BarImporter.Source, PriceAdjustment.Raw, IsSynthetic: false)),
            _ => throw new InvalidOperationException($"Unknown outcome {read.GetType().Name}."),
        };
    }
}
