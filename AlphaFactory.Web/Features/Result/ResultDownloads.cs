using System.Globalization;
using System.Text;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Web.Features.Result;

/// <summary>What can be taken away from a result: its trades and its settings, with raw numbers.</summary>
public static class ResultDownloads
{
    private static readonly string[] s_columns =
    [
        "number", "symbol", "side", "quantity", "entry_time", "entry_price", "exit_time", "exit_price", "bars", "exit_reason", "mae", "mfe", "commission", "slippage", "borrow", "dividends", "stop", "target", "r_multiple", "return", "pnl", "synthetic",
    ];

    public static IEndpointRouteBuilder MapResultDownloads(this IEndpointRouteBuilder routes)
    {
        var results = routes.MapGroup("/results/{id}").RequireAuthorization().ExcludeFromDescription();
        results.MapGet("/trades.csv", TradesAsync);
        results.MapGet("/risk.csv", RiskAsync);
        results.MapGet("/run.yaml", SettingsAsync);
        return routes;
    }

    private static async Task<IResult> TradesAsync(string id, IRunStore runs, CancellationToken cancellationToken)
    {
        if (await runs.FindResultAsync(id, cancellationToken) is not { } result)
        {
            return TypedResults.NotFound();
        }

        var text = new StringBuilder().AppendJoin(',', s_columns).Append('\n');
        for (int i = 0; i < result.Trades.Count; i++)
        {
            var trade = result.Trades[i];
            text.AppendJoin(',', new object[]
            {
                i + 1, trade.Symbol, trade.Side > 0 ? "long" : "short", trade.Quantity, trade.EntryTime.UtcDateTime, trade.EntryPrice, trade.IsOpen ? "" : trade.ExitTime.UtcDateTime, trade.ExitPrice,
                trade.Bars, trade.ExitReason, trade.MaximumAdverseExcursion, trade.MaximumFavourableExcursion, trade.Commission, trade.Slippage, trade.Borrow, trade.Dividends, trade.FirstStop ?? (object)"", trade.FirstTarget ?? (object)"", trade.RMultiple ?? (object)"", trade.Return, trade.ProfitAndLoss, result.Series.IsSynthetic ? "true" : "false",
            }.Select(Write)).Append('\n');
        }

        return TypedResults.File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv", $"trades-{result.Series.Symbol}-{id}.csv");
    }

    private static async Task<IResult> RiskAsync(string id, IRunStore runs, CancellationToken cancellationToken)
    {
        if (await runs.FindResultAsync(id, cancellationToken) is not { } result)
        {
            return TypedResults.NotFound();
        }

        var text = new StringBuilder("bar,time,rule,code,outcome,wanted,allowed,value,limit,tightest\n");
        foreach (var one in result.RiskEvents)
        {
            text.AppendJoin(',', new object[]
            {
                one.Bar, DateTimeOffset.FromUnixTimeMilliseconds(result.Times[one.Bar]).UtcDateTime, one.Rule, one.Code, ChoiceText.Of(one.Outcome), one.Wanted, one.Allowed,
                double.IsNaN(one.Value) ? "" : one.Value, double.IsNaN(one.Limit) ? "" : one.Limit, one.IsTightest ? "true" : "false",
            }.Select(Write)).Append('\n');
        }

        return TypedResults.File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv", $"risk-{result.Series.Symbol}-{id}.csv");
    }

    private static async Task<IResult> SettingsAsync(string id, IRunStore runs, CancellationToken cancellationToken) =>
        await runs.FindAsync(id, cancellationToken) is { } run
            ? TypedResults.File(Encoding.UTF8.GetBytes(RunSpecYaml.Write(run.Spec)), "application/yaml", $"run-{id}.yaml")
            : TypedResults.NotFound();

    // Raw numbers that round-trip; a symbol may hold a comma or, worse, the start of a formula.
    private static string Write(object cell) => cell switch
    {
        DateTime at => at.ToString("O", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        string text when text.Length > 0 && (text.IndexOfAny([',', '"', '\n']) >= 0 || "=+-@".Contains(text[0], StringComparison.Ordinal)) => $"\"{(char.IsAsciiLetterOrDigit(text[0]) ? "" : "'")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        _ => cell.ToString() ?? "",
    };
}
