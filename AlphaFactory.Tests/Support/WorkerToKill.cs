using System.Diagnostics;

namespace AlphaFactory.Tests.Support;

/// <summary>A worker node in a process of its own, slow enough to be killed half-way through a run.</summary>
internal sealed class WorkerToKill : IAsyncDisposable
{
    private readonly Process _process;

    private WorkerToKill(Process process) => _process = process;

    /// <summary>What the process does: a node like any other, one second to a thousand bars.</summary>
    public static async Task RunAsync(string folder, string? postgres)
    {
        await using EngineHost node = EngineHost.Build(Settings(folder, postgres), new PacedBacktester(TimeSpan.FromSeconds(1)), null);
        await node.RunAsync();
    }

    public static WorkerToKill Start(string folder, string? postgres)
    {
        string program = Environment.ProcessPath ?? throw new InvalidOperationException("The test process does not know its own program.");
        string[] arguments = [EntryPoint.WorkerVerb, folder, postgres ?? ""];
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
        {
            arguments = [typeof(WorkerToKill).Assembly.Location, .. arguments];
        }

        return new WorkerToKill(Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!);
    }

    /// <summary>Settings under which silence is noticed as soon as it may be.</summary>
    public static Dictionary<string, string?> Settings(string folder, string? postgres)
    {
        Dictionary<string, string?> settings = EngineHost.Settings(postgres, folder);
        (settings["AlphaFactory:Jobs:SilenceSeconds"], settings["AlphaFactory:Jobs:SweepSeconds"]) = ("5", "1");
        return settings;
    }

    /// <summary>SIGKILL: nothing in the process can clean up.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }
}
