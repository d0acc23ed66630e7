using AlphaFactory.Core.Parameters;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.Charts;
using AlphaFactory.Web.Components.Runs;
using Microsoft.AspNetCore.WebUtilities;

namespace AlphaFactory.Web.Features.Strategy;

/// <summary>What the address of a strategy says beyond its id: values, series, period and the part of the chart on screen. Keys are those of a run.</summary>
/// <param name="Values">Text by key of a run, <c>set.NAME</c> for parameters; what has its default is left out.</param>
public sealed record StrategyAddress(IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The range of the whole period.</summary>
    public const string Whole = "All";

    /// <summary>Words of the range buttons, shortest first.</summary>
    public static readonly IReadOnlyList<string> Ranges = ["6M", "1Y", "3Y", "5Y", Whole];

    private static readonly string[] s_series = ["symbol", "interval", "source", "from", "to"];

    /// <summary>One of <see cref="Ranges"/>, or two days joined by <c>~</c>.</summary>
    public string Range { get; init; } = "3Y";

    /// <summary>Values of parameters by name; absent ones have their default.</summary>
    public IReadOnlyDictionary<string, string> Parameters =>
        Values.Where(pair => IsParameter(pair.Key)).ToDictionary(pair => pair.Key[RunLink.Parameter.Length..], pair => pair.Value, StringComparer.Ordinal);

    /// <summary>The text of a key, or an empty one.</summary>
    public string this[string key] => Values.GetValueOrDefault(key) ?? "";

    /// <summary>Reads the query of a link; what is none of this page's is passed over.</summary>
    public static StrategyAddress Read(string? query)
    {
        string range = QueryHelpers.ParseQuery(query).TryGetValue("range", out var found) ? found.ToString() : "";
        var address = new StrategyAddress(RunLink.Read(query).Where(pair => IsParameter(pair.Key) || s_series.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal));
        return range.Length > 0 && (Ranges.Contains(range) || range.Contains('~', StringComparison.Ordinal)) ? address with { Range = range } : address;
    }

    /// <summary>The address with another text under a key.</summary>
    public StrategyAddress With(string key, string text) =>
        this with { Values = new Dictionary<string, string>(Values, StringComparer.Ordinal) { [key] = text.Trim() } };

    /// <summary>The address with another series.</summary>
    public StrategyAddress With(SeriesKey series) =>
        With("symbol", series.Symbol).With("interval", series.Interval.ToString()).With("source", series.Source);

    /// <summary>The address with these values of parameters; defaults stay out of it.</summary>
    public StrategyAddress WithParameters(IReadOnlyDictionary<string, string> parameters, ParameterSchema schema)
    {
        var others = parameters.Where(pair => schema.Definitions.FirstOrDefault(definition => definition.Name == pair.Key)?.Default != pair.Value);
        return this with
        {
            Values = Values.Where(pair => !IsParameter(pair.Key)).Concat(others.Select(pair => KeyValuePair.Create(RunLink.Parameter + pair.Key, pair.Value))).ToDictionary(StringComparer.Ordinal),
        };
    }

    /// <summary>The query of this view, without its question mark.</summary>
    public string ToQuery()
    {
        string query = RunLink.ToQuery(Values);
        return Range == "3Y" ? query : $"{query}{(query.Length > 0 ? "&" : "")}range={Uri.EscapeDataString(Range)}";
    }

    /// <summary>What a run of it would be asked. A text that cannot be read counts as absent.</summary>
    public SignalRequest Request(string strategy)
    {
        var spec = new RunSpec { Strategy = strategy, Symbol = "" };
        foreach (var field in RunSpecField.All.Where(field => s_series.Contains(field.Key)))
        {
            spec = this[field.Key] is { Length: > 0 } text ? field.Read(spec, text) ?? spec : spec;
        }

        return new SignalRequest { Spec = spec with { Parameters = Parameters } };
    }

    private static bool IsParameter(string key) => key.StartsWith(RunLink.Parameter, StringComparison.Ordinal);
}
