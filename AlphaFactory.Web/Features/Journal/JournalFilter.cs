using System.Globalization;
using AlphaFactory.Engine.Trading.Evidence.Notes;

namespace AlphaFactory.Web.Features.Journal;

/// <summary>Which entries the page shows. It stands in the address.</summary>
/// <param name="Deployment">Only of this deployment; null is all.</param>
/// <param name="Kind">Only of this kind; null is all.</param>
/// <param name="Day">Only of this trading day; null is all.</param>
/// <param name="Text">Only with this in them; null is all.</param>
/// <param name="Skip">Rows passed over.</param>
public sealed record JournalFilter(string? Deployment, JournalKind? Kind, DateOnly? Day, string? Text, int Skip)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 50;

    private const string DayForm = "yyyy-MM-dd";

    /// <summary>The kinds one can choose, with their words.</summary>
    public static IReadOnlyList<(JournalKind? Kind, string Words)> Kinds { get; } =
    [
        (null, "Everything"), (JournalKind.Note, "Notes"), (JournalKind.Order, "Orders"), (JournalKind.Fill, "Fills"), (JournalKind.Refusal, "Refusals"), (JournalKind.Risk, "Risk"), (JournalKind.Connection, "Connection"), (JournalKind.State, "State"), (JournalKind.Day, "Days"),
    ];

    /// <summary>True when some entries may be left out.</summary>
    public bool Narrows => Query.Narrows;

    /// <summary>The entries as the journal is asked for them.</summary>
    public JournalQuery Query => new() { Deployment = Deployment, Kind = Kind, Day = Day, Text = Text, Skip = Skip, Take = PageSize };

    /// <summary>Reads the query of the address; what cannot be read is as good as absent.</summary>
    public static JournalFilter Parse(string? deployment, string? kind, string? day, string? text, int? skip) => new(
        Clean(deployment), Enum.TryParse(kind, ignoreCase: true, out JournalKind known) && Enum.IsDefined(known) ? known : null, ReadDay(day), Clean(text), Math.Max(0, skip ?? 0));

    /// <summary>A day as links write it; null for what is none.</summary>
    public static DateOnly? ReadDay(string? text) => DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The address that shows these entries.</summary>
    public string ToHref() => Href("journal");

    /// <summary>The address that exports all entries of the filter.</summary>
    public string ToExport() => (this with { Skip = 0 }).Href("journal/export.csv");

    private string Href(string path)
    {
        string query = string.Join('&', new[]
        {
            Part("deployment", Deployment), Part("kind", Kind?.ToString().ToLowerInvariant()), Part("day", Day?.ToString(DayForm, CultureInfo.InvariantCulture)), Part("q", Text), Skip == 0 ? null : Part("skip", Skip.ToString(CultureInfo.InvariantCulture)),
        }.OfType<string>());
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    private static string? Part(string name, string? value) => value is null ? null : $"{name}={Uri.EscapeDataString(value)}";

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
