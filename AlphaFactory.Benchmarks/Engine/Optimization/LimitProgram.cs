using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AlphaFactory.Benchmarks.Engine.Optimization;

/// <summary>A C program that prints its own table of medians, given as a source file: a limit others measured against.</summary>
internal sealed partial class LimitProgram(string program, string data)
{
    /// <summary>Builds the program into a temporary folder.</summary>
    public static LimitProgram Build(string source, string data)
    {
        string target = Path.Join(Directory.CreateTempSubdirectory("alphafactory-bench-").FullName, "limit");
        using var compiler = Process.Start("gcc", ["-O3", "-march=native", "-mprefer-vector-width=512", "-DVMAX=5", "-w", "-o", target, source, "-lm", "-lpthread"]);
        compiler.WaitForExit();
        return compiler.ExitCode == 0 ? new(target, data) : throw new InvalidOperationException($"gcc ended with code {compiler.ExitCode}.");
    }

    /// <summary>Runs it for a few rounds.</summary>
    /// <returns>Seconds of wall and of processor by row and number of threads.</returns>
    public IReadOnlyDictionary<(string Row, int Threads), (double Wall, double Processor)> Run(int rounds) =>
        Row().Matches(Output(rounds.ToString(CultureInfo.InvariantCulture), data)).ToDictionary(
            match => (match.Groups["row"].Value.Trim(), int.Parse(match.Groups["threads"].Value, CultureInfo.InvariantCulture)),
            match => (Milliseconds(match, "wall"), Milliseconds(match, "cpu")));

    /// <summary>Runs it once and answers what it printed.</summary>
    public string Output(params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }

    private static double Milliseconds(Match match, string group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) / 1e3;

    [GeneratedRegex(@"^(?<row>C .+?)\s+threads (?<threads>\d+): median\s+(?<wall>[\d.]+) ms\s+min\s+[\d.]+ ms cpu-med\s+(?<cpu>[\d.]+)", RegexOptions.Multiline)]
    private static partial Regex Row();
}
