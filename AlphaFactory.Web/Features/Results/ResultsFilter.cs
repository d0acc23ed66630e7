using System.Globalization;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.Tables;

namespace AlphaFactory.Web.Features.Results;

/// <summary>Which runs the page shows. It stands in the address, so that a link shows the same rows.</summary>
/// <param name="View">The usual list, the archive or what was deleted.</param>
/// <param name="State">Only runs of this state; null is all.</param>
/// <param name="Strategy">Only runs of this strategy; null is all.</param>
/// <param name="Tag">Only runs with this tag; null is all.</param>
/// <param name="Text">Only runs whose title, symbol, tag or note contains this; null is all.</param>
/// <param name="Sort">The order.</param>
/// <param name="Skip">Rows passed over.</param>
/// <param name="Kind">Only runs of this kind; null is all.</param>
public sealed record ResultsFilter(ResultsView View, RunState? State, string? Strategy, string? Tag, string? Text, SortOrder Sort, int Skip, RunKind? Kind = null)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 20;

    private static readonly SortOrder s_newest = new(RunSort.Created, true);

    /// <summary>True when some runs of the view may be left out.</summary>
    public bool Narrows => State is not null || Strategy is not null || Tag is not null || Text is not null || Kind is not null;

    /// <summary>The rows as the store is asked for them.</summary>
    public RunQuery Query => new(State is { } state ? [state] : [], Strategy, Skip, PageSize, Text: Text, Deleted: View == ResultsView.Deleted, Tag: Tag, Archived: View == ResultsView.Deleted ? null : View == ResultsView.Archived)
    {
        Sort = new RunSort(Sort.Key, Sort.Descending),
        Kind = Kind,
    };

    /// <summary>Reads the query of the address; what cannot be read is as good as absent.</summary>
    public static ResultsFilter Parse(string? view, string? state, string? strategy, string? tag, string? text, string? sort, int? skip, string? kind = null) => new(
        Known<ResultsView>(view) ?? ResultsView.Current, Known<RunState>(state), NullIfEmpty(strategy), NullIfEmpty(tag?.Trim()), NullIfEmpty(text?.Trim()), SortOrder.Parse(sort, s_newest), Math.Max(0, skip ?? 0), Known<RunKind>(kind?.Replace("-", "", StringComparison.Ordinal)));

    /// <summary>The address that shows these rows.</summary>
    public string ToHref()
    {
        string query = string.Join('&', new[]
        {
            View == ResultsView.Current ? null : "view=" + View.ToString().ToLowerInvariant(),
            State is { } state ? "state=" + Components.Runs.RunWords.State(state) : null,
            Kind is { } kind ? "kind=" + ChoiceText.Of(kind) : null,
            Strategy is null ? null : "strategy=" + Uri.EscapeDataString(Strategy),
            Tag is null ? null : "tag=" + Uri.EscapeDataString(Tag),
            Text is null ? null : "q=" + Uri.EscapeDataString(Text),
            Sort == s_newest ? null : "sort=" + Uri.EscapeDataString(Sort.ToString()),
            Skip == 0 ? null : "skip=" + Skip.ToString(CultureInfo.InvariantCulture),
        }.Where(part => part is not null));
        return query.Length == 0 ? "results" : "results?" + query;
    }

    private static TEnum? Known<TEnum>(string? text)
        where TEnum : struct, Enum => Enum.TryParse(text, ignoreCase: true, out TEnum known) && Enum.IsDefined(known) ? known : null;

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
