using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Tests.Support;

/// <summary>A worker node in a process of its own, to be killed or told to stop: one that never gets past the first bars of a run, one that works on studies in short pieces, or one that sends alerts.</summary>
internal sealed class WorkerToKill : IAsyncDisposable
{
    private readonly Process _process;

    private WorkerToKill(Process process) => _process = process;

    /// <summary>What the process does: a node like any other, but for its pace.</summary>
    public static async Task RunAsync(string folder, string? postgres)
    {
        await using EngineHost node = EngineHost.Build(EngineHost.Settings(postgres, folder), new PacedBacktester(PacedBacktester.Endless), null);
        await node.RunAsync();
    }

    /// <summary>The same for studies: as fast as it can, in short pieces.</summary>
    public static async Task RunStudiesAsync(string folder, string? postgres, string? redis)
    {
        Dictionary<string, string?> settings = Engine.Studies.StudyNode.Settings(postgres, folder);
        settings["ConnectionStrings:Redis"] = redis;
        settings["AlphaFactory:Role"] = "worker";
        (settings["AlphaFactory:Jobs:SilenceSeconds"], settings["AlphaFactory:Jobs:SweepSeconds"]) = ("10", "1");
        settings["AlphaFactory:Jobs:ChunkSeconds"] = postgres is null ? "0.003" : "0.1";
        await using EngineHost node = EngineHost.Build(settings, null, null);
        await node.RunAsync();
    }

    /// <summary>A node with nothing but its desk to look after, whose broker has the faults of a seed, or none.</summary>
    public static async Task RunDeskAsync(string folder, string? postgres, int? faults)
    {
        Dictionary<string, string?> settings = EngineHost.Settings(postgres, folder);
        settings["AlphaFactory:Desk:LeaseSeconds"] = "2";
        await using EngineHost node = EngineHost.Build(settings, null, null, services =>
        {
            if (faults is { } seed)
            {
                services.AddSingleton(Engine.Trading.Desk.DeskFaults.Of(seed));
            }
        });
        await node.RunAsync();
    }

    public static WorkerToKill StartDesk(string folder, string? postgres, int? faults = null) => Start(EntryPoint.DeskVerb, folder, postgres ?? "", faults?.ToString(CultureInfo.InvariantCulture) ?? "");

    /// <summary>A node that sends alerts, by webhook.</summary>
    public static async Task RunAlertsAsync(string folder)
    {
        Dictionary<string, string?> settings = EngineHost.Settings(null, folder);
        settings["AlphaFactory:Role"] = "web";
        settings["AlphaFactory:Alerts:Webhook:Secret"] = WebhookReceiver.Secret;
        (settings["AlphaFactory:Alerts:LeaseSeconds"], settings["AlphaFactory:Alerts:AnswerSeconds"]) = ("5", "10");
        await using EngineHost node = EngineHost.Build(settings, null, null);
        await node.RunAsync();
    }

    public static WorkerToKill StartForAlerts(string folder) => Start([EntryPoint.AlerterVerb, folder]);

    public static WorkerToKill Start(string folder, string? postgres) => Start(EntryPoint.WorkerVerb, folder, postgres ?? "");

    public static WorkerToKill StartForStudies(string folder, string? postgres, string? redis) => Start(EntryPoint.StudyWorkerVerb, folder, postgres ?? "", redis ?? "");

    private static WorkerToKill Start(params string[] arguments)
    {
        string program = Environment.ProcessPath ?? throw new InvalidOperationException("The test process does not know its own program.");
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
        {
            arguments = [typeof(WorkerToKill).Assembly.Location, .. arguments];
        }

        var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;

        // Read away, or a full pipe would hold the worker up.
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new WorkerToKill(process);
    }

    /// <summary>Memory of the machine that the process holds.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
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
