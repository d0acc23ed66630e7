using System.Globalization;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Web.Features.Results;

/// <summary>Which runs the page shows. It stands in the address, so that a link shows the same rows.</summary>
/// <param name="State">Only runs of this state; null is all.</param>
/// <param name="Strategy">Only runs of this strategy; null is all.</param>
/// <param name="Text">Only runs whose title or symbol contains this; null is all.</param>
/// <param name="Skip">Rows passed over.</param>
public sealed record ResultsFilter(RunState? State, string? Strategy, string? Text, int Skip)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 20;

    /// <summary>True when some runs may be left out.</summary>
    public bool Narrows => State is not null || Strategy is not null || Text is not null;

    /// <summary>The rows as the store is asked for them.</summary>
    public RunQuery Query => new(State is { } state ? [state] : [], Strategy, Skip, PageSize, Text: Text);

    /// <summary>Reads the query of the address; what cannot be read is as good as absent.</summary>
    public static ResultsFilter Parse(string? state, string? strategy, string? text, int? skip) => new(
        Enum.TryParse(state, ignoreCase: true, out RunState known) && Enum.IsDefined(known) ? known : null,
        NullIfEmpty(strategy), NullIfEmpty(text?.Trim()), Math.Max(0, skip ?? 0));

    /// <summary>The address that shows these rows.</summary>
    public string ToHref()
    {
        string query = string.Join('&', new[]
        {
            State is { } state ? "state=" + RunStateWord(state) : null,
            Strategy is null ? null : "strategy=" + Uri.EscapeDataString(Strategy),
            Text is null ? null : "q=" + Uri.EscapeDataString(Text),
            Skip == 0 ? null : "skip=" + Skip.ToString(CultureInfo.InvariantCulture),
        }.Where(part => part is not null));
        return query.Length == 0 ? "results" : "results?" + query;
    }

    private static string RunStateWord(RunState state) => Components.Runs.RunWords.State(state);

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
