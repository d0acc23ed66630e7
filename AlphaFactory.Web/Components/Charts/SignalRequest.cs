using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.Runs;
using Microsoft.AspNetCore.WebUtilities;

namespace AlphaFactory.Web.Components.Charts;

/// <summary>Whose signals are wanted on which bars. The days of the period are called start and end in links: from and to are the part of a chart on screen.</summary>
public sealed record SignalRequest
{
    private const string StartKey = "start", EndKey = "end";

    /// <summary>What a run with the same signals would be asked; costs and money do not matter here.</summary>
    public required RunSpec Spec { get; init; }

    /// <summary>Reads a query; what cannot be read takes its default.</summary>
    public static SignalRequest Read(string? query)
    {
        var values = QueryHelpers.ParseQuery(query);
        string? Text(string name) => values.TryGetValue(name, out var found) && found.ToString() is { Length: > 0 } text ? text : null;
        DateOnly? Day(string name) => DateOnly.TryParseExact(Text(name), "yyyy-MM-dd", out var day) ? day : null;
        return new SignalRequest
        {
            Spec = new RunSpec
            {
                Strategy = Text("strategy") ?? "",
                Rules = Text("rules"),
                Symbol = Text("symbol") ?? "",
                Source = Text("source"),
                Interval = BarInterval.TryParse(Text("interval"), out var interval) ? interval : BarInterval.Daily,
                From = Day(StartKey),
                To = Day(EndKey),
                Parameters = RunLink.Read(query).Where(pair => pair.Key.StartsWith(RunLink.Parameter, StringComparison.Ordinal))
                    .ToDictionary(pair => pair.Key[RunLink.Parameter.Length..], pair => pair.Value, StringComparer.Ordinal),
            },
        };
    }

    /// <summary>The query of the endpoints, without its question mark.</summary>
    public string ToQuery()
    {
        var values = RunLink.ValuesOf(Spec with { From = null, To = null }).ToDictionary(StringComparer.Ordinal);
        values["interval"] = Spec.Interval.ToString();
        string days = (Spec.From is { } from ? $"&{StartKey}={Values.FigureText.Date(from)}" : "") + (Spec.To is { } to ? $"&{EndKey}={Values.FigureText.Date(to)}" : "");
        return RunLink.ToQuery(values) + days;
    }
}
