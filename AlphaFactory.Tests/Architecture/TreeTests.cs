using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Architecture;

/// <summary>Names and sizes that keep the tree readable for a stranger.</summary>
public sealed class TreeTests
{
    private const int MostLines = 400;

    // A folder of these names says nothing of what is in it.
    private static readonly string[] s_emptyWords = ["Services", "Managers", "Manager", "Helpers", "Helper", "Utils", "Common", "Interfaces", "Models", "Misc"];

    [Fact]
    public void No_folder_has_a_name_that_says_nothing()
    {
        var found = SourceRuleTests.AllFiles().Where(path => path.Split('/')[..^1].Any(s_emptyWords.Contains));
        Assert.Empty(found);
    }

    [Fact]
    public void No_class_has_a_name_that_says_nothing()
    {
        var found = SourceRuleTests.AllFiles().Where(path => path.EndsWith(".cs", StringComparison.Ordinal))
            .Where(path => s_emptyWords.Any(word => Path.GetFileNameWithoutExtension(path).EndsWith(word, StringComparison.Ordinal)));
        Assert.Empty(found);
    }

    [Fact]
    public void No_file_is_a_room_too_full() =>
        Assert.Empty(Handwritten().Where(file => file.Lines > MostLines).Select(file => $"{file.Path} has {file.Lines} lines, {MostLines} are the most. Cut it by subject."));

    [Fact]
    public void Half_the_files_are_short()
    {
        int[] lines = [.. Handwritten().Select(file => file.Lines).Order()];
        Assert.InRange(lines[lines.Length / 2], 1, 80);
        Assert.InRange(lines[lines.Length * 9 / 10], 1, 200);
    }

    [Fact]
    public void A_namespace_is_the_folder_it_lies_in() =>
        Assert.Empty(SourceRuleTests.AllFiles().Where(path => path.EndsWith(".cs", StringComparison.Ordinal) && !path.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(path => (path, text: Repository.Read(path)))
            .Where(file => file.text.Contains("\nnamespace ", StringComparison.Ordinal) || file.text.StartsWith("namespace ", StringComparison.Ordinal))
            .Where(file => !file.text.Contains($"namespace {Path.GetDirectoryName(file.path)!.Replace('/', '.')};", StringComparison.Ordinal))
            .Select(file => file.path));

    private static IEnumerable<(string Path, int Lines)> Handwritten() =>
        SourceRuleTests.AllFiles().Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal) || path.EndsWith(".js", StringComparison.Ordinal) || path.EndsWith(".css", StringComparison.Ordinal))
            .Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(path => (path, Repository.Read(path).Count(character => character == '\n')));
}
