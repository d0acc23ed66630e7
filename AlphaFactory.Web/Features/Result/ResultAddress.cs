using System.Globalization;
using System.Text.RegularExpressions;
using AlphaFactory.Web.Components.Tables;
using Microsoft.AspNetCore.WebUtilities;

namespace AlphaFactory.Web.Features.Result;

/// <summary>What the address of a result says beyond its id: a link shows the same tab, range, page and trade.</summary>
public sealed record ResultAddress
{
    private static readonly Regex s_stretch = new(@"^\d{4}-\d\d-\d\d(T\d\d:\d\d)?~\d{4}-\d\d-\d\d(T\d\d:\d\d)?$");

    /// <summary>The range of the whole run.</summary>
    public const string Whole = "All";

    /// <summary>Words of the range buttons, shortest first.</summary>
    public static readonly IReadOnlyList<string> Ranges = ["6M", "1Y", "3Y", "5Y", Whole];

    public ResultTab Tab { get; init; }

    /// <summary>One of <see cref="Ranges"/>, or two days or minutes joined by <c>~</c>.</summary>
    public string Range { get; init; } = Whole;

    public bool Logarithmic { get; init; }

    /// <summary>True shows the equity chart as a table.</summary>
    public bool AsTable { get; init; }

    public SortOrder Sort { get; init; } = TradePage.LargestFirst;

    /// <summary>Page of the trades, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Number of the trade brought up on the candles; null is none.</summary>
    public int? Trade { get; init; }

    /// <summary>Reads the query of a link; what cannot be read takes its default.</summary>
    public static ResultAddress Read(string? query)
    {
        var values = QueryHelpers.ParseQuery(query);
        string Value(string name) => values.TryGetValue(name, out var found) ? found.ToString() : "";
        string range = Value("range");
        return new ResultAddress
        {
            Tab = Enum.TryParse(Value("tab"), ignoreCase: true, out ResultTab tab) && Enum.IsDefined(tab) ? tab : default,
            Range = Ranges.Contains(range) || s_stretch.IsMatch(range) ? range : Whole,
            Logarithmic = Value("scale") == "log",
            AsTable = Value("view") == "table",
            Sort = TradePage.Known(SortOrder.Parse(Value("sort"), TradePage.LargestFirst)),
            Page = Number(Value("page")) ?? 1,
            Trade = Number(Value("trade")),
        };
    }

    /// <summary>The query of this view, without its question mark; defaults are left out.</summary>
    public string ToQuery()
    {
        List<string> parts = [];
        void Add(bool differs, string name, string value)
        {
            if (differs)
            {
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }

        Add(Tab != default, "tab", Tab.ToString().ToLowerInvariant());
        Add(Range != Whole, "range", Range);
        Add(Logarithmic, "scale", "log");
        Add(AsTable, "view", "table");
        Add(Sort != TradePage.LargestFirst, "sort", Sort.ToString());
        Add(Page > 1, "page", Page.ToString(CultureInfo.InvariantCulture));
        Add(Trade is not null, "trade", Trade?.ToString(CultureInfo.InvariantCulture) ?? "");
        return string.Join('&', parts);
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0 ? number : null;
}
