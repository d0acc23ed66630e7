using System.Globalization;
using AlphaFactory.Web.Components.Studies;
using AlphaFactory.Web.Components.Tables;
using Microsoft.AspNetCore.WebUtilities;

namespace AlphaFactory.Web.Features.Optimise;

/// <summary>What the address of a finished sweep says: which axes are drawn, which rows are listed and in which order.</summary>
public sealed record SweepAddress : IStudyAddress<SweepAddress>
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 25;

    private const string At = "at.";
    private static readonly SortOrder s_best = new("objective", true);

    /// <summary>Axis across the heatmap; null takes the first.</summary>
    public string? X { get; init; }

    /// <summary>Axis up the heatmap; null takes the second.</summary>
    public string? Y { get; init; }

    /// <summary>What a cell shows of the sets behind it.</summary>
    public CellKind Cell { get; init; }

    /// <summary>Values of the axes that are not drawn, by name; absent ones have that of the plateau.</summary>
    public IReadOnlyDictionary<string, string> Fixed { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Order of the rows.</summary>
    public SortOrder Sort { get; init; } = s_best;

    /// <summary>Condition on the rows; null lists all.</summary>
    public string? Filter { get; init; }

    /// <summary>Rows passed over.</summary>
    public int Skip { get; init; }

    /// <summary>Charts shown as tables, by name.</summary>
    public IReadOnlyList<string> Tables { get; init; } = [];

    /// <summary>Reads the query of a link; what cannot be read takes its default.</summary>
    public static SweepAddress Read(string? query)
    {
        var values = QueryHelpers.ParseQuery(query);
        string? Value(string name) => values.TryGetValue(name, out var found) && found.ToString() is { Length: > 0 } text ? text : null;
        return new SweepAddress
        {
            X = Value("x"),
            Y = Value("y"),
            Cell = Enum.TryParse(Value("cell"), ignoreCase: true, out CellKind cell) && Enum.IsDefined(cell) ? cell : default,
            Fixed = values.Where(pair => pair.Key.StartsWith(At, StringComparison.Ordinal)).ToDictionary(pair => pair.Key[At.Length..], pair => pair.Value.ToString(), StringComparer.Ordinal),
            Sort = SortOrder.Parse(Value("sort"), s_best),
            Filter = Value("filter")?.Trim(),
            Skip = int.TryParse(Value("skip"), NumberStyles.None, CultureInfo.InvariantCulture, out int skip) ? skip : 0,
            Tables = [.. (Value("table") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct()],
        };
    }

    /// <summary>The query of this view, without its question mark; defaults are left out.</summary>
    public string ToQuery() => string.Join('&', Parts().Where(part => part is not null));

    /// <summary>The view with a chart as a table, or as a chart again.</summary>
    public SweepAddress With(string chart, bool asTable) => this with { Tables = asTable ? [.. Tables, chart] : [.. Tables.Where(name => name != chart)] };

    /// <summary>Equal when the links are.</summary>
    public bool Equals(SweepAddress? other) => other is not null && ToQuery() == other.ToQuery();

    /// <inheritdoc/>
    public override int GetHashCode() => ToQuery().GetHashCode(StringComparison.Ordinal);

    private IEnumerable<string?> Parts() =>
    [
        X is null ? null : "x=" + Uri.EscapeDataString(X),
        Y is null ? null : "y=" + Uri.EscapeDataString(Y),
        Cell == default ? null : "cell=" + Cell.ToString().ToLowerInvariant(),
        .. Fixed.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{At}{pair.Key}={Uri.EscapeDataString(pair.Value)}"),
        Sort == s_best ? null : "sort=" + Uri.EscapeDataString(Sort.ToString()),
        Filter is null ? null : "filter=" + Uri.EscapeDataString(Filter),
        Skip == 0 ? null : "skip=" + Skip.ToString(CultureInfo.InvariantCulture),
        Tables.Count == 0 ? null : "table=" + string.Join(',', Tables),
    ];
}

/// <summary>What a cell of the heatmap shows of the sets behind it.</summary>
public enum CellKind
{
    /// <summary>Their median.</summary>
    Median,

    /// <summary>The best of them.</summary>
    Best,

    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>The one with the chosen values of the other axes.</summary>
    Slice,
}
