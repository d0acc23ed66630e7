using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Contracts;

public sealed class RiskDocumentTests
{
    private const string Document = "docs/risk.md";

    [Fact]
    public void The_tables_of_rules_and_codes_are_current()
    {
        string current = Repository.Read(Document), expected = RiskDocument.Write(current);
        if (Environment.GetEnvironmentVariable("ALPHAFACTORY_TEST_WRITE_DOCS") == "1")
        {
            File.WriteAllText(Path.Join(Repository.Root, Document), expected);
        }

        Assert.True(expected == Repository.Read(Document), $"{Document} is out of date. Run this test with ALPHAFACTORY_TEST_WRITE_DOCS=1.");
    }
}
