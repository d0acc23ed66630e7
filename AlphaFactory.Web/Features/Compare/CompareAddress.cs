using Microsoft.AspNetCore.WebUtilities;

namespace AlphaFactory.Web.Features.Compare;

/// <summary>What the address of a comparison says: which runs, and how they are drawn.</summary>
public sealed record CompareAddress
{
    /// <summary>The range of all shared days.</summary>
    public const string Whole = "All";

    /// <summary>Words of the range buttons, shortest first.</summary>
    public static readonly IReadOnlyList<string> Ranges = ["6M", "1Y", "3Y", "5Y", Whole];

    /// <summary>Ids of the runs, in order, each once.</summary>
    public IReadOnlyList<string> Runs { get; init; } = [];

    /// <summary>True when the link names a run more than once; such a run stands once.</summary>
    public bool Repeats { get; init; }

    public CompareView View { get; init; }

    /// <summary>True for a linear value axis; money that compounds is drawn on a logarithmic one unless asked.</summary>
    public bool Linear { get; init; }

    public string Range { get; init; } = Whole;

    /// <summary>Reads the query of a link; what cannot be read takes its default.</summary>
    public static CompareAddress Read(string? query)
    {
        var values = QueryHelpers.ParseQuery(query);
        string Value(string name) => values.TryGetValue(name, out var found) ? found.ToString() : "";
        string range = Value("range");
        string[] named = Value("runs").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string[] runs = [.. named.Distinct()];
        return new CompareAddress
        {
            Runs = runs,
            Repeats = runs.Length < named.Length,
            View = Enum.TryParse(Value("view"), ignoreCase: true, out CompareView view) && Enum.IsDefined(view) ? view : default,
            Linear = Value("scale") == "linear",
            Range = range.Length > 0 && (Ranges.Contains(range) || range.Contains('~', StringComparison.Ordinal)) ? range : Whole,
        };
    }

    /// <summary>The query of this view, without its question mark; defaults are left out.</summary>
    public string ToQuery()
    {
        List<string> parts = [];
        if (Runs.Count > 0)
        {
            parts.Add("runs=" + string.Join(',', Runs.Select(Uri.EscapeDataString)));
        }

        if (View != default)
        {
            parts.Add("view=" + View.ToString().ToLowerInvariant());
        }

        if (Linear)
        {
            parts.Add("scale=linear");
        }

        if (Range != Whole)
        {
            parts.Add("range=" + Uri.EscapeDataString(Range));
        }

        return string.Join('&', parts);
    }

    /// <summary>The address that shows this view.</summary>
    public string ToHref() => ToQuery() is { Length: > 0 } query ? "compare?" + query : "compare";

    /// <summary>Equal when the links are.</summary>
    public bool Equals(CompareAddress? other) => other is not null && ToQuery() == other.ToQuery();

    /// <inheritdoc/>
    public override int GetHashCode() => ToQuery().GetHashCode(StringComparison.Ordinal);
}
