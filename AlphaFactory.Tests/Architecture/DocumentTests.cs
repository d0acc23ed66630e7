using System.Text.RegularExpressions;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Architecture;

/// <summary>A document that names a path that does not exist sends its reader astray.</summary>
public sealed class DocumentTests
{
    private static readonly Regex s_path = new(@"`(?<path>(AlphaFactory\.\w+|docs|wwwroot-assets)/[\w./-]+)`");

    [Theory]
    [InlineData("docs/architecture.md")]
    [InlineData("README.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("docs/how-fills-work.md")]
    [InlineData("docs/metrics.md")]
    [InlineData("docs/risk.md")]
    [InlineData("docs/sources.md")]
    [InlineData("docs/look-ahead.md")]
    [InlineData("docs/trading.md")]
    [InlineData("docs/alerts.md")]
    public void Every_path_a_document_names_exists(string document)
    {
        var missing = s_path.Matches(Repository.Read(document)).Select(match => match.Groups["path"].Value)
            .Where(path => !Path.Exists(Path.Join(Repository.Root, path)));
        Assert.Empty(missing);
    }

    [Fact]
    public void A_path_that_does_not_exist_is_found() => Assert.Single(s_path.Matches("see `AlphaFactory.Core/Nowhere.cs`"));
}
