using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Architecture;

public sealed class SourceRuleTests
{
    private static readonly string[] s_endings = [".cs", ".razor", ".css", ".js", ".mjs", ".md", ".json", ".sh", ".props", ".targets", ".csproj"];

    public static TheoryData<string> Rules() => [.. SourceRules.All.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_file_keeps_the_rule(string name)
    {
        var rule = SourceRules.All.Single(rule => rule.Name == name);
        // The rules name what they forbid, so their own folder is left out.
        var violations = AllFiles().Where(path => !path.StartsWith("AlphaFactory.Tests/Architecture/", StringComparison.Ordinal))
            .Select(path => rule.Violation(path, Repository.Read(path))).OfType<string>();
        Assert.Empty(violations);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_rule_bites_on_a_planted_violation(string name)
    {
        var rule = SourceRules.All.Single(rule => rule.Name == name);
        Assert.NotNull(rule.Violation(rule.PlantedPath, rule.PlantedText));
        Assert.Null(rule.Violation(rule.PlantedPath, "nothing to see"));
    }

    internal static IEnumerable<string> AllFiles() =>
        new[] { "AlphaFactory.Core", "AlphaFactory.Engine", "AlphaFactory.Web", "AlphaFactory.Tests", "AlphaFactory.Benchmarks", "wwwroot-assets", "docs" }
            .SelectMany(folder => Repository.Files(folder, s_endings))
            .Where(path => !path.EndsWith("package-lock.json", StringComparison.Ordinal) && !path.EndsWith("packages.lock.json", StringComparison.Ordinal));
}
