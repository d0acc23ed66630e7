using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Architecture;

/// <summary>docs/metrics.md says of every statistic what the code says, and of other libraries what they were seen to answer.</summary>
public sealed class MetricsDocumentTests
{
    private const string Document = "docs/metrics.md";

    [Fact]
    public void The_page_of_metrics_is_current()
    {
        string current = Repository.Read(Document), expected = MetricsDocument.Write(current);
        if (Environment.GetEnvironmentVariable("ALPHAFACTORY_TEST_WRITE_DOCS") == "1")
        {
            File.WriteAllText(Path.Join(Repository.Root, Document), expected);
        }

        Assert.True(expected == Repository.Read(Document), $"{Document} is out of date. Run this test with ALPHAFACTORY_TEST_WRITE_DOCS=1.");
    }
}
