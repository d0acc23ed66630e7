using System.Diagnostics;

namespace AlphaFactory.Tests.Support;

/// <summary>A verb of the program, run as a shell would.</summary>
internal static class AppVerb
{
    /// <summary>Runs the verb to its end and answers what it wrote to standard output; any exit code but 0 fails the test with its words.</summary>
    public static async Task<string> RunAsync(string dataDirectory, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [AppProcess.Dll, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        start.Environment["AlphaFactory__DataDirectory"] = dataDirectory;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var words = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"Exit code {process.ExitCode}: {await words}");
        return await output;
    }
}
