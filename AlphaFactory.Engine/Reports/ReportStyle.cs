using System.Text.RegularExpressions;

namespace AlphaFactory.Engine.Reports;

/// <summary>The style sheet of a page that stands alone: the design tokens, dark ones where the reader's system is dark, and the rules of reports.</summary>
internal static class ReportStyle
{
    private static readonly Regex s_comments = new(@"/\*.*?\*/\s*", RegexOptions.Singleline);

    private const string Dark = "[data-theme=\"dark\"] {";

    public static string Sheet { get; } = Tokens(Read("tokens.css")) + Read("report.css");

    /// <summary>Takes the tokens and swaps the theme attribute, which a script sets, for the media query, which needs none.</summary>
    private static string Tokens(string css)
    {
        css = s_comments.Replace(css, "");
        int start = css.IndexOf(Dark, StringComparison.Ordinal), end = css.IndexOf("\n}", start, StringComparison.Ordinal);
        return string.Concat(css.AsSpan(0, start), "@media (prefers-color-scheme: dark) { :root {", css.AsSpan(start + Dark.Length, end - start - Dark.Length), "\n}}\n")
            .Replace(":root, [data-theme=\"light\"]", ":root", StringComparison.Ordinal);
    }

    private static string Read(string name)
    {
        using var stream = typeof(ReportStyle).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The resource {name} is missing from the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
