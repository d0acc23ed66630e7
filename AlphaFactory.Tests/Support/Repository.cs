namespace AlphaFactory.Tests.Support;

/// <summary>Where the checkout is, found from where the tests run.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>Every source file of a project, as paths relative to the root with forward slashes; generated and built files left out.</summary>
    public static IEnumerable<string> Files(string folder, params string[] endings) =>
        Directory.EnumerateFiles(Path.Join(Root, folder), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => endings.Any(path.EndsWith))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "wwwroot"));

    public static string Read(string relativePath) => File.ReadAllText(Path.Join(Root, relativePath));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Join(folder.FullName, "AlphaFactory.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"AlphaFactory.sln lies in no folder above {AppContext.BaseDirectory}. Run the tests from a checkout.");
    }
}
