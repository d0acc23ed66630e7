using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using AlphaFactory.Engine.Persistence;
using AlphaFactory.Web.Configuration;
using AlphaFactory.Web.Verbs;

namespace AlphaFactory.Web.Health;

/// <summary>Checks what the program needs, without changing anything but a test file.</summary>
internal static class Doctor
{
    private const long LeastFreeBytes = 1L << 30;

    public static async Task<IReadOnlyList<DoctorCheck>> CheckAsync(LoadedSettings settings, CancellationToken cancellationToken) =>
    [
        new("runtime", DoctorCheck.Good, $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription}"),
        await ToolAsync("sdk", "dotnet", "--list-sdks", "only needed to build from source", cancellationToken),
        await ToolAsync("node", "node", "--version", "only needed to build from source", cancellationToken),
        DataDirectory(settings),
        Disk(settings),
        await DatabaseAsync(settings, cancellationToken),
        await RedisAsync(settings, cancellationToken),
        await PortAsync(settings, cancellationToken),
        new("yaml", DoctorCheck.Good, File.Exists(settings.YamlPath) ? $"{settings.YamlPath} is read" : $"{settings.YamlPath} does not exist, which is fine"),
    ];

    private static async Task<DoctorCheck> ToolAsync(string name, string program, string argument, string otherwise, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, argument) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            string text = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return new DoctorCheck(name, DoctorCheck.Good, text.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault()?.Split('[')[0].Trim() ?? "none listed");
        }
        catch (Win32Exception)
        {
            return new DoctorCheck(name, DoctorCheck.Note, $"{program} is not installed; {otherwise}");
        }
    }

    private static DoctorCheck DataDirectory(LoadedSettings settings)
    {
        string folder = settings.Engine.DataPath;
        try
        {
            Directory.CreateDirectory(folder);
            string probe = Path.Join(folder, $".doctor-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return new DoctorCheck("data directory", DoctorCheck.Good, $"{folder} can be written");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new DoctorCheck("data directory", DoctorCheck.Bad, $"{folder} cannot be written: {fault.Message} Give this user the right, or set AlphaFactory:DataDirectory.");
        }
    }

    private static DoctorCheck Disk(LoadedSettings settings)
    {
        try
        {
            long free = new DriveInfo(settings.Engine.DataPath).AvailableFreeSpace;
            string text = string.Create(CultureInfo.InvariantCulture, $"{free / 1e9:F1} GB free");
            return free < LeastFreeBytes ? new("disk", DoctorCheck.Bad, text + "; make room, at least 1 GB") : new("disk", DoctorCheck.Good, text);
        }
        catch (IOException fault)
        {
            return new DoctorCheck("disk", DoctorCheck.Note, $"cannot be asked: {fault.Message}");
        }
    }

    private static async Task<DoctorCheck> DatabaseAsync(LoadedSettings settings, CancellationToken cancellationToken)
    {
        await using var services = VerbHost.Build(settings);
        var status = await services.GetRequiredService<IDatabaseMigrator>().StatusAsync(cancellationToken);
        return status switch
        {
            { Error: { } error } => new("database", DoctorCheck.Bad, $"{status.Provider} {status.Place} does not answer: {error} Check ConnectionStrings:Postgres and that the server runs."),
            { Pending.Count: > 0 } => new("database", DoctorCheck.Note, $"{status.Provider} {status.Place} lacks {status.Pending.Count} migrations; the next start or `migrate` applies them"),
            _ => new("database", DoctorCheck.Good, $"{status.Provider} {status.Place} has all {status.Applied.Count} migrations"),
        };
    }

    private static async Task<DoctorCheck> RedisAsync(LoadedSettings settings, CancellationToken cancellationToken)
    {
        if (settings.Configuration.GetConnectionString("Redis") is not { Length: > 0 } text)
        {
            return new DoctorCheck("redis", DoctorCheck.Good, "not set; progress stays inside this process");
        }

        string[] host = text.Split(',')[0].Split(':');
        int port = host.Length > 1 && int.TryParse(host[1], CultureInfo.InvariantCulture, out int given) ? given : 6379;
        return await AnswersAsync(host[0], port, cancellationToken)
            ? new("redis", DoctorCheck.Good, $"{host[0]}:{port} answers")
            : new("redis", DoctorCheck.Bad, $"{host[0]}:{port} does not answer. Start Redis, or empty ConnectionStrings:Redis.");
    }

    private static async Task<DoctorCheck> PortAsync(LoadedSettings settings, CancellationToken cancellationToken)
    {
        var url = new Uri(settings.Server.Urls.Split(';')[0].Replace("*", "127.0.0.1", StringComparison.Ordinal).Replace("+", "127.0.0.1", StringComparison.Ordinal));
        return await AnswersAsync(url.Host, url.Port, cancellationToken)
            ? new("port", DoctorCheck.Note, $"{url.Authority} is in use: by AlphaFactory if it runs, otherwise choose another with --urls")
            : new("port", DoctorCheck.Good, $"{url.Authority} is free");
    }

    private static async Task<bool> AnswersAsync(string host, int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(2));
        try
        {
            await client.ConnectAsync(host, port, limit.Token);
            return true;
        }
        catch (Exception fault) when (fault is SocketException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }
}
