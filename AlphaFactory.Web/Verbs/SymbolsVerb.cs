using System.CommandLine;
using System.Globalization;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Web.Api;

namespace AlphaFactory.Web.Verbs;

/// <summary>Lists what is in the store.</summary>
internal sealed class SymbolsVerb : IVerb
{
    public Command Build()
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON document" };
        var command = new Command("symbols", "List the stored series and what each covers") { json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await VerbHost.BuildWithStoreAsync(SettingsArguments.Load(parsed), cancellationToken);
            SymbolBody[] all = [.. (await services.GetRequiredService<IBarStore>().ListAsync(cancellationToken)).Select(SymbolBody.Of)];
            if (parsed.GetValue(json))
            {
                parsed.InvocationConfiguration.Output.WriteJson(new { Symbols = all });
            }
            else
            {
                parsed.InvocationConfiguration.Output.WriteTable(["symbol", "interval", "source", "bars", "first", "last", "name"], all.Select(series => (IReadOnlyList<string>)
                    [series.Symbol, series.Interval, series.Synthetic ? series.Source + " (synthetic)" : series.Source, series.Bars.ToString(CultureInfo.InvariantCulture), Day(series.First), Day(series.Last), series.Name ?? ""]));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
