namespace AlphaFactory.Tests.Support;

/// <summary>
/// The folder of real market data beside the checkout. Its prices may not be copied into the repository, so a test that needs them
/// reads them there and is skipped, with this reason, where the folder is absent.
/// </summary>
internal static class SharedData
{
    public static string? Folder { get; } = Find();

    /// <summary>The absolute path of a file under the folder; skips the calling test when it is not there.</summary>
    public static string Require(string relativePath)
    {
        string? path = Folder is null ? null : Path.Join(Folder, relativePath);
        Assert.SkipUnless(path is not null && File.Exists(path), $"Needs {relativePath} of the shared data folder. Put it beside the checkout or name it in ALPHAFACTORY_TEST_SHARED.");
        return path!;
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("ALPHAFACTORY_TEST_SHARED") is { Length: > 0 } named)
        {
            return named;
        }

        for (var folder = new DirectoryInfo(Repository.Root).Parent; folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Join(folder.FullName, "shared");
            if (Directory.Exists(Path.Join(candidate, "data")))
            {
                return candidate;
            }
        }

        return null;
    }
}
