using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Contracts;

public sealed class IndicatorDocumentTests
{
    private const string Document = "docs/indicators.md";

    [Fact]
    public void The_page_of_indicators_is_current()
    {
        string expected = IndicatorDocument.Write();
        if (Environment.GetEnvironmentVariable("ALPHAFACTORY_TEST_WRITE_DOCS") == "1")
        {
            File.WriteAllText(Path.Join(Repository.Root, Document), expected);
        }

        Assert.True(expected == Repository.Read(Document), $"{Document} is out of date. Run this test with ALPHAFACTORY_TEST_WRITE_DOCS=1.");
    }
}
