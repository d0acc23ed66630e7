using System.Globalization;
using AlphaFactory.Tests.Support;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace AlphaFactory.Tests.Support;

/// <summary>A throw-away PostgreSQL on a free loopback port, one for the whole test run, started by the first test that needs it. Each test makes a database of its own in it.</summary>
public sealed class PostgresFixture : IAsyncDisposable
{
    private const string User = "alphafactory";
    private readonly SemaphoreSlim _starting = new(1, 1);
    private string? _folder;
    private ServerProcess? _server;
    private int _port;

    /// <summary>True when the person running the tests left PostgreSQL out on purpose.</summary>
    public static bool IsSkipped => Environment.GetEnvironmentVariable("ALPHAFACTORY_TEST_SKIP_POSTGRES") == "1";

    /// <summary>Makes an empty database; skips the test where PostgreSQL was left out.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        Assert.SkipWhen(IsSkipped, "ALPHAFACTORY_TEST_SKIP_POSTGRES=1 leaves out what needs PostgreSQL.");
        await _starting.WaitAsync();
        try
        {
            if (_server is null)
            {
                await StartAsync();
            }
        }
        finally
        {
            _starting.Release();
        }

        string name = $"test_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    /// <summary>Stops the server as a power cut would. For a test that has a server of its own.</summary>
    public async Task StopAsync()
    {
        await _server!.DisposeAsync();
        _server = null;
    }

    /// <summary>Starts it again on its port and data.</summary>
    public async Task StartAgainAsync() => _server = await ServeAsync();

    /// <summary>Stops every process of the server where it stands: connections stay open and nothing answers.</summary>
    public Task FreezeAsync() => _server!.SignalAsync("STOP");

    /// <summary>Lets it go on.</summary>
    public Task ThawAsync() => _server!.SignalAsync("CONT");

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await _server.DisposeAsync();
        }

        if (_folder is not null)
        {
            await TestFolder.DeleteAsync(_folder);
        }

        _starting.Dispose();
    }

    private async Task StartAsync()
    {
        string binaries = Binaries ?? throw new InvalidOperationException(
            "PostgreSQL is not installed: there is no /usr/lib/postgresql/*/bin/postgres. Install it with \"apt-get install postgresql\", or set ALPHAFACTORY_TEST_SKIP_POSTGRES=1 to leave its tests out.");
        _folder = Directory.CreateTempSubdirectory("alphafactory-postgres-").FullName;
        _port = LoopbackPort.Take();
        string data = Path.Join(_folder, "data");
        if (Environment.IsPrivilegedProcess)
        {
            await ServerProcess.RunAsync("chown", "postgres", _folder);
        }

        string[] init = [.. RunAs, Path.Join(binaries, "initdb"), "-D", data, "-U", User, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"];
        await ServerProcess.RunAsync(init[0], init[1..]);
        _server = await ServeAsync();
    }

    // PostgreSQL refuses to run as root; the package brings a user for it.
    private static string[] RunAs => Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"] : [];

    private Task<ServerProcess> ServeAsync()
    {
        string[] serve =
        [
            .. RunAs, Path.Join(Binaries, "postgres"), "-D", Path.Join(_folder, "data"), "-h", "127.0.0.1", "-p", _port.ToString(CultureInfo.InvariantCulture), "-k", _folder!,
            "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "max_connections=1000",
        ];
        return ServerProcess.StartAsync(serve[0], serve[1..], IsReadyAsync);
    }

    private static string? Binaries => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Join(version, "bin")).Where(bin => File.Exists(Path.Join(bin, "postgres"))).Order(StringComparer.Ordinal).LastOrDefault()
        : null;

    private string ConnectionString(string database) => $"Host=127.0.0.1;Port={_port};Username={User};Database={database};Maximum Pool Size=40;Connection Idle Lifetime=10;Connection Pruning Interval=5";

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false;Timeout=2");
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
