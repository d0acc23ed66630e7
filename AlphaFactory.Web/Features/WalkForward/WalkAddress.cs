using System.Globalization;
using AlphaFactory.Web.Components.Studies;
using Microsoft.AspNetCore.WebUtilities;

namespace AlphaFactory.Web.Features.WalkForward;

/// <summary>What the address of a finished walk-forward or cross-validation says: how its equity is drawn, which charts stand as tables, and which rows are shown.</summary>
public sealed record WalkAddress : IStudyAddress<WalkAddress>
{
    /// <summary>The range of all tests.</summary>
    public const string Whole = "All";

    /// <summary>Words of the range buttons, shortest first.</summary>
    public static readonly IReadOnlyList<string> Ranges = ["1Y", "3Y", "5Y", Whole];

    /// <summary>True draws the drawdown in place of the equity.</summary>
    public bool Drawdown { get; init; }

    /// <summary>One of the range words, or two days joined by <c>~</c>.</summary>
    public string Range { get; init; } = Whole;

    /// <summary>Charts shown as tables, by name.</summary>
    public IReadOnlyList<string> Tables { get; init; } = [];

    /// <summary>Splits before the first one listed.</summary>
    public int Skip { get; init; }

    /// <summary>Reads the query of a link; what cannot be read takes its default.</summary>
    public static WalkAddress Read(string? query)
    {
        var values = QueryHelpers.ParseQuery(query);
        string Value(string name) => values.TryGetValue(name, out var found) ? found.ToString() : "";
        string range = Value("range");
        return new WalkAddress
        {
            Drawdown = Value("view") == "drawdown",
            Range = range.Length > 0 && (Ranges.Contains(range) || range.Contains('~', StringComparison.Ordinal)) ? range : Whole,
            Tables = [.. Value("table").Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct()],
            Skip = int.TryParse(Value("skip"), NumberStyles.None, CultureInfo.InvariantCulture, out int skip) ? skip : 0,
        };
    }

    /// <summary>The query of this view, without its question mark; defaults are left out.</summary>
    public string ToQuery() => string.Join('&', new[]
    {
        Drawdown ? "view=drawdown" : null,
        Range == Whole ? null : "range=" + Uri.EscapeDataString(Range),
        Tables.Count == 0 ? null : "table=" + string.Join(',', Tables),
        Skip == 0 ? null : "skip=" + Skip.ToString(CultureInfo.InvariantCulture),
    }.Where(part => part is not null));

    /// <summary>The view with a chart as a table, or as a chart again.</summary>
    public WalkAddress With(string chart, bool asTable) => this with { Tables = asTable ? [.. Tables, chart] : [.. Tables.Where(name => name != chart)] };
}
