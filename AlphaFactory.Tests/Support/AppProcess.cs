using System.Diagnostics;
using System.Reflection;

namespace AlphaFactory.Tests.Support;

/// <summary>The program as its users start it: a process of its own on a free loopback port with a data directory of its own.</summary>
internal sealed class AppProcess : IAsyncDisposable
{
    private readonly List<string> _output = [];
    private readonly Dictionary<string, string> _environment;
    private readonly bool _ownsData;
    private Process? _process;

    private AppProcess(string data, int port, Dictionary<string, string> environment, bool ownsData) =>
        (DataDirectory, Address, _environment, _ownsData) = (data, new Uri($"http://127.0.0.1:{port}"), environment, ownsData);

    public string DataDirectory { get; }

    public Uri Address { get; }

    /// <summary>What it printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return string.Join(Environment.NewLine, _output);
            }
        }
    }

    /// <summary>The built program of the same configuration as the tests.</summary>
    public static string Dll { get; } = Path.Join(Repository.Root, "AlphaFactory.Web", "bin", Configuration(), "net10.0", "AlphaFactory.Web.dll");

    /// <summary>Starts the program and waits until it says its address.</summary>
    /// <param name="environment">Settings on top of the defaults, as environment variables.</param>
    /// <param name="dataDirectory">A folder to use and keep; null makes one that goes with the process.</param>
    public static async Task<AppProcess> StartAsync(Dictionary<string, string>? environment = null, string? dataDirectory = null)
    {
        var app = new AppProcess(dataDirectory ?? Directory.CreateTempSubdirectory("alphafactory-").FullName, LoopbackPort.Take(), environment ?? [], dataDirectory is null);
        await app.StartAgainAsync();
        return app;
    }

    /// <summary>Starts it again on the same port and data after <see cref="Kill"/>.</summary>
    public async Task StartAgainAsync()
    {
        lock (_output)
        {
            _output.Clear();
        }

        var start = new ProcessStartInfo("dotnet", [Dll, "serve", "--urls", Address.ToString().TrimEnd('/')])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["AlphaFactory__DataDirectory"] = DataDirectory;
        foreach (var (name, value) in _environment)
        {
            start.Environment[name] = value;
        }

        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Heard(line.Data);
        _process.ErrorDataReceived += (_, line) => Heard(line.Data);
        _process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"The program ended before it was ready:{Environment.NewLine}{Output}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await ready.Task.WaitAsync(Patience.Limit);

        void Heard(string? line)
        {
            if (line is null)
            {
                return;
            }

            lock (_output)
            {
                _output.Add(line);
            }

            if (line.Contains("ready at http", StringComparison.Ordinal))
            {
                ready.TrySetResult();
            }
        }
    }

    /// <summary>Ends it as kill -9 does, with no chance to tidy up.</summary>
    public void Kill()
    {
        _process!.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            Kill();
        }

        if (_ownsData)
        {
            await TestFolder.DeleteAsync(DataDirectory);
        }
    }

    private static string Configuration() =>
        typeof(AppProcess).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
}
