using System.Text.RegularExpressions;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Architecture;

/// <summary>A page may use shared components, never another page's folder: pages can then be read, moved and removed alone.</summary>
public sealed class PageFolderTests
{
    private static readonly Regex s_feature = new(@"AlphaFactory\.Web\.Features\.(?<name>\w+)");

    [Fact]
    public void No_page_uses_another_pages_folder() =>
        Assert.Empty(Repository.Files("AlphaFactory.Web/Features", ".cs", ".razor").SelectMany(path => Foreign(path, Repository.Read(path))));

    [Fact]
    public void A_planted_use_of_another_pages_folder_is_found() =>
        Assert.NotEmpty(Foreign("AlphaFactory.Web/Features/Home/Planted.cs", "using AlphaFactory.Web.Features.Jobs;"));

    private static IEnumerable<string> Foreign(string path, string text)
    {
        string own = path.Split('/')[2];
        return s_feature.Matches(text).Select(match => match.Groups["name"].Value).Where(name => name != own).Select(name => $"{path} uses Features/{name}");
    }
}
