using System.Globalization;
using System.Net.Sockets;

namespace AlphaFactory.Tests.Support;

/// <summary>A throw-away Redis on a free loopback port that keeps nothing on disk. Can be stopped and started again on its port.</summary>
public sealed class RedisFixture : IAsyncLifetime
{
    private readonly int _port = LoopbackPort.Take();
    private ServerProcess? _server;

    /// <summary>Host and port; skips the test where Redis was left out.</summary>
    public string Address
    {
        get
        {
            Assert.SkipWhen(IsSkipped, "ALPHAFACTORY_TEST_SKIP_REDIS=1 leaves out what needs Redis.");
            return $"127.0.0.1:{_port}";
        }
    }

    private static bool IsSkipped => Environment.GetEnvironmentVariable("ALPHAFACTORY_TEST_SKIP_REDIS") == "1";

    public ValueTask InitializeAsync() => IsSkipped ? ValueTask.CompletedTask : new(StartAsync());

    public async Task StartAsync()
    {
        string program = new[] { "/usr/bin/redis-server", "/usr/local/bin/redis-server" }.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("Redis is not installed: there is no /usr/bin/redis-server. Install it with \"apt-get install redis-server\", or set ALPHAFACTORY_TEST_SKIP_REDIS=1 to leave its tests out.");
        string port = _port.ToString(CultureInfo.InvariantCulture);
        _server = await ServerProcess.StartAsync(program, ["--port", port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", Path.GetTempPath()], IsReadyAsync);
    }

    public async Task StopAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
            _server = null;
        }
    }

    public ValueTask DisposeAsync() => new(StopAsync());

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", _port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
