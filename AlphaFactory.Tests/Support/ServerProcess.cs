using System.Diagnostics;
using System.Globalization;

namespace AlphaFactory.Tests.Support;

/// <summary>A database server of the tests: its own folder, a free loopback port, gone at the end.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process) => _process = process;

    /// <summary>Starts a program and waits until <paramref name="isReady"/> answers true.</summary>
    public static async Task<ServerProcess> StartAsync(string program, IEnumerable<string> arguments, Func<Task<bool>> isReady)
    {
        var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = new List<string>();
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new ServerProcess(process);
        long start = TimeProvider.System.GetTimestamp();
        while (!process.HasExited && TimeProvider.System.GetElapsedTime(start) < Patience.Limit)
        {
            if (await isReady())
            {
                return server;
            }

            await Task.Delay(50);
        }

        await server.DisposeAsync();
        lock (said)
        {
            throw new InvalidOperationException($"{program} did not start:{Environment.NewLine}{string.Join(Environment.NewLine, said)}");
        }

        void Keep(string? line)
        {
            lock (said)
            {
                said.Add(line ?? "");
            }
        }
    }

    /// <summary>Runs a program to its end.</summary>
    public static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {error}{await output}");
        }
    }

    /// <summary>Sends a signal to it and to every process it started.</summary>
    public async Task SignalAsync(string signal)
    {
        var ids = new List<int> { _process.Id };
        for (int i = 0; i < ids.Count; i++)
        {
            string children = Path.Join("/proc", ids[i].ToString(CultureInfo.InvariantCulture), "task", ids[i].ToString(CultureInfo.InvariantCulture), "children");
            ids.AddRange((await File.ReadAllTextAsync(children)).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture)));
        }

        await RunAsync("kill", [$"-{signal}", .. ids.Select(id => id.ToString(CultureInfo.InvariantCulture))]);
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }
}
