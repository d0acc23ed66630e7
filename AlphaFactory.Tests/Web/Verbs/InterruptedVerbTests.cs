using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Tests.Support;
using AlphaFactory.Web.Configuration;
using AlphaFactory.Web.Verbs;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Tests.Web.Verbs;

/// <summary>A verb in a process of its own that is told to stop, as a shell does it.</summary>
public sealed partial class InterruptedVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("alphafactory-stopped-").FullName;

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("sweep", 8192)]
    [InlineData("walk-forward", 1)]
    public async Task What_it_had_evaluated_is_counted_and_told(string verb, int least)
    {
        string rows = Path.Join(_folder, "rows.csv");
        using StringWriter output = new(CultureInfo.InvariantCulture), error = new(CultureInfo.InvariantCulture);
        Assert.Equal(0, await CommandLine.RunAsync(["import", PriceFile.WriteWave(Path.Join(_folder, "WAVE.csv")), "--data-directory", _folder], output, error, None));

        // An hour of work, so that it is in the midst of it whenever the signal comes.
        string[] arguments = [verb, "--symbol", "WAVE", "--strategy", "sma-crossover", "--range", "fast=2..250", "slow=2..250", "size_pct=1..100", "--engine", "event", "--json", "--data-directory", _folder];
        using var process = Process.Start(new ProcessStartInfo("dotnet", [AppProcess.Dll, .. arguments, .. verb == "sweep" ? new[] { "--out", rows } : []]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() })!;
        var printed = process.StandardOutput.ReadToEndAsync(None);
        var told = process.StandardError.ReadToEndAsync(None);
        await using var services = VerbHost.Build(SettingsLoader.Load([("AlphaFactory:DataDirectory", _folder)]));
        var runs = services.GetRequiredService<IRunStore>();

        try
        {
            // A walk-forward writes no rows; what it noted on the way shows that it is at work.
            await Patience.UntilAsync(async () => verb == "sweep" ? new FileInfo(rows) is { Exists: true, Length: > 0 } : await runs.CountTrialsAsync("sma-crossover", None) > 0);
            await ServerProcess.RunAsync("kill", "-TERM", process.Id.ToString(CultureInfo.InvariantCulture));
            await process.WaitForExitAsync(None);
        }
        finally
        {
            // Whatever went wrong, nobody must compute for an hour.
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        string words = await told;
        Assert.Equal((1, ""), (process.ExitCode, await printed));
        var match = Counted().Match(words);
        Assert.True(match.Success, words);
        long sets = long.Parse(match.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        Assert.True(sets >= least, words);
        Assert.Equal(sets, await runs.CountTrialsAsync("sma-crossover", None));
    }

    [GeneratedRegex("Trial ledger: 0 tries of sma-crossover before, ([0-9,]+) new of \\1 sets in this run, N = \\1 now\\.")]
    private static partial Regex Counted();
}
