using System.Text.RegularExpressions;

namespace AlphaFactory.Tests.Architecture;

/// <summary>The walls of docs/architecture.md that a compiler cannot hold.</summary>
public static class SourceRules
{
    public static readonly SourceRule[] All =
    [
        new("Core does not wait, log, tell the time or do input and output",
            path => Source(path, "AlphaFactory.Core/"),
            new Regex(@"\basync\b|\bTask\b|\bValueTask\b|\bILogger\b|\bTimeProvider\b|\bHttpClient\b|\bSystem\.IO\b|\bFile\.|\bConsole\.|Microsoft\.Extensions"),
            "AlphaFactory.Core/Prices/Planted.cs", "public async Task Load() { }"),
        new("Only Persistence names Entity Framework, Npgsql or SQLite",
            path => Source(path, "AlphaFactory.") && !path.StartsWith("AlphaFactory.Engine/Persistence/", StringComparison.Ordinal) && !path.StartsWith("AlphaFactory.Tests/", StringComparison.Ordinal),
            new Regex(@"EntityFrameworkCore|\bNpgsql|\bDbContext\b|Microsoft\.Data\.Sqlite|\bSqlite[A-Z]\w*"),
            "AlphaFactory.Engine/Runs/Planted.cs", "using Microsoft.EntityFrameworkCore;"),
        new("Only MarketData/Providers and Alerts/Channels use HttpClient",
            path => Source(path, "AlphaFactory.") && !path.StartsWith("AlphaFactory.Engine/MarketData/Providers/", StringComparison.Ordinal) && !path.StartsWith("AlphaFactory.Engine/Alerts/Channels/", StringComparison.Ordinal) && !path.StartsWith("AlphaFactory.Tests/", StringComparison.Ordinal),
            new Regex(@"\bHttpClient\b|\bIHttpClientFactory\b"),
            "AlphaFactory.Web/Features/Data/Planted.razor", "@inject HttpClient Http"),
        new("Only Jobs names the scheduler",
            path => Source(path, "AlphaFactory.") && !path.StartsWith("AlphaFactory.Engine/Jobs/", StringComparison.Ordinal) && !path.StartsWith("AlphaFactory.Tests/", StringComparison.Ordinal),
            new Regex(@"^\s*(@?using|global using) (static )?Quartz", RegexOptions.Multiline),
            "AlphaFactory.Web/Features/Jobs/Planted.cs", "using Quartz;"),
        new("Log messages are declared with [LoggerMessage]",
            path => Source(path, "AlphaFactory.") && !path.StartsWith("AlphaFactory.Tests/", StringComparison.Ordinal),
            new Regex(@"\.Log(Trace|Debug|Information|Warning|Error|Critical)\("),
            "AlphaFactory.Engine/Jobs/Planted.cs", "logger.LogInformation(\"run {Id}\", id);"),
        new("A script is a file, never text in a page",
            path => path.StartsWith("AlphaFactory.Web/", StringComparison.Ordinal) && path.EndsWith(".razor", StringComparison.Ordinal),
            new Regex(@"<script(?![^>]*\bsrc=)[^>]*>|\son(click|change|load|submit|input)\s*=\s*[""'](?!@)"),
            "AlphaFactory.Web/Features/Home/Planted.razor", "<script>alert(1)</script>"),
        new("No colour stands outside the tokens",
            path => (path.EndsWith(".css", StringComparison.Ordinal) || path.EndsWith(".js", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal)) && !path.EndsWith("css/tokens.css", StringComparison.Ordinal) && !path.EndsWith("plotly-template.js", StringComparison.Ordinal) && !path.EndsWith(".mjs", StringComparison.Ordinal),
            new Regex(@"(?<![\w&/-])#([0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b|\brgba?\("),
            "wwwroot-assets/css/planted.css", ".gain { color: #006B75; }"),
        new("No file carries a path of a machine or the host of a package registry",
            _ => true,
            new Regex(@"/(home|root|work)/[a-z]|\b(api\.nuget|registry\.npmjs)\.org"),
            "docs/planted.md", "see /home/anna/alphafactory"),
    ];

    private static bool Source(string path, string start) =>
        path.StartsWith(start, StringComparison.Ordinal) && (path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal)) && !path.Contains("/Migrations/", StringComparison.Ordinal);
}
