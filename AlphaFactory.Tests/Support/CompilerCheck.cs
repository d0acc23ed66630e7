using System.Diagnostics;
using System.Runtime.InteropServices;

namespace AlphaFactory.Tests.Support;

/// <summary>Asks the compiler of the installed SDK whether a text compiles against this program: the only proof that something is out of reach.</summary>
internal static class CompilerCheck
{
    /// <summary>The errors of the compiler, such as <c>CS0122</c>; empty when it compiles.</summary>
    public static async Task<IReadOnlyList<string>> ErrorsAsync(string source)
    {
        var folder = Directory.CreateTempSubdirectory("alphafactory-compile-");
        try
        {
            string file = Path.Join(folder.FullName, "planted.cs"), answers = Path.Join(folder.FullName, "planted.rsp");
            await File.WriteAllTextAsync(file, source);
            string[] references = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(path => path.EndsWith(".dll", StringComparison.Ordinal)).Select(path => $"-r:\"{path}\"")];
            await File.WriteAllLinesAsync(answers, [.. references, "-nologo", "-target:library", "-nullable:enable", "-langversion:latest", $"-out:\"{Path.Join(folder.FullName, "planted.dll")}\"", $"\"{file}\""]);
            using var compiler = Process.Start(new ProcessStartInfo("dotnet", ["exec", Compiler(), "-noconfig", $"@{answers}"]) { RedirectStandardOutput = true })!;
            string output = await compiler.StandardOutput.ReadToEndAsync();
            await compiler.WaitForExitAsync();
            string[] errors = [.. output.Split('\n').Where(line => line.Contains("error CS", StringComparison.Ordinal)).Select(line => line[(line.IndexOf("error CS", StringComparison.Ordinal) + 6)..].Split(':')[0])];
            Assert.True((compiler.ExitCode == 0) == (errors.Length == 0), output);
            return errors;
        }
        finally
        {
            folder.Delete(true);
        }
    }

    private static string Compiler()
    {
        string root = Path.GetFullPath(Path.Join(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        return Directory.GetDirectories(Path.Join(root, "sdk")).Select(sdk => Path.Join(sdk, "Roslyn", "bincore", "csc.dll")).Where(File.Exists).Order(StringComparer.Ordinal).LastOrDefault()
            ?? throw new InvalidOperationException($"There is no compiler under {root}/sdk. Install the SDK of global.json; the tests are built with it.");
    }
}
