using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Core.Strategies;

public sealed class LookAheadDocumentTests
{
    private const string Document = "docs/look-ahead.md";

    [Fact]
    public void The_page_of_cheats_is_current_and_all_are_caught()
    {
        string expected = LookAheadDocument.Write();
        if (Environment.GetEnvironmentVariable("ALPHAFACTORY_TEST_WRITE_DOCS") == "1")
        {
            File.WriteAllText(Path.Join(Repository.Root, Document), expected);
        }

        Assert.DoesNotContain("not caught", expected, StringComparison.Ordinal);
        Assert.Contains("| 0 false alarms |", expected, StringComparison.Ordinal);
        Assert.True(expected == Repository.Read(Document), $"{Document} is out of date. Run this test with ALPHAFACTORY_TEST_WRITE_DOCS=1.");
    }
}
