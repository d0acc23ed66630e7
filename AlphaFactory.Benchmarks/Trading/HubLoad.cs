using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Persistence;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Trading;
using AlphaFactory.Engine.Trading.Deployments;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Benchmarks.Trading;

/// <summary>What the server spends on sixty deployments, each seen anew five times a second by twenty clients of <c>/hubs/live</c>: the goal is less than one core.</summary>
internal static class HubLoad
{
    private const int Symbols = 60, Clients = 20, Sessions = 5, Seconds = 20, WarmUp = 10;
    private const char EndOfMessage = '\u001e';

    /// <summary>Prints processor time and messages.</summary>
    public static async Task RunAsync()
    {
        string folder = Directory.CreateTempSubdirectory("alphafactory-hub-").FullName;
        string program = Path.GetFullPath(Path.Join(AppContext.BaseDirectory, "..", "..", "..", "..", "AlphaFactory.Web", "bin", "Release", "net10.0", "AlphaFactory.Web.dll"));
        try
        {
            await PrepareAsync(folder);
            await RunAsync(program, folder, "correct horse battery", "user", "add", "bench", "--role", "owner", "--pass-phrase-stdin");
            string token = (await RunAsync(program, folder, "", "token", "create", "bench")).Trim();
            int port = FreePort();
            using var server = Start(program, folder, "serve", "--urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
            try
            {
                string? line;
                while ((line = await server.StandardOutput.ReadLineAsync()) is not null && !line.Contains("ready at", StringComparison.Ordinal))
                {
                }

                await MeasureAsync(server, port, token);
            }
            finally
            {
                server.Kill();
                await server.WaitForExitAsync();
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(Process server, int port, string token)
    {
        using var stop = new CancellationTokenSource();
        long[] frames = new long[Clients], bytes = new long[Clients];
        Task[] clients = [.. Enumerable.Range(0, Clients).Select(i => FollowAsync(i))];
        await Task.Delay(TimeSpan.FromSeconds(WarmUp));
        var (before, started) = (server.TotalProcessorTime, Stopwatch.GetTimestamp());
        var (framesThen, bytesThen) = (frames.Sum(), bytes.Sum());
        await Task.Delay(TimeSpan.FromSeconds(Seconds));
        server.Refresh();
        double elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds, used = (server.TotalProcessorTime - before).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Symbols} deployments, {Clients} clients: {(frames.Sum() - framesThen) / elapsed / Clients:0.0} frames a second each, {(bytes.Sum() - bytesThen) / elapsed / 1e6:0.0} MB/s in all"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"server: {used / elapsed:0.00} of a core over {elapsed:0} s ({server.WorkingSet64 / 1e6:0} MB)"));
        await stop.CancelAsync();
        await Task.WhenAll(clients);

        async Task FollowAsync(int i)
        {
            using var socket = new ClientWebSocket();
            socket.Options.SetRequestHeader("Authorization", $"Bearer {token}");
            byte[] buffer = new byte[1 << 16];
            try
            {
                await socket.ConnectAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"ws://127.0.0.1:{port}/hubs/live")), stop.Token);
                await socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"json\",\"version\":1}" + EndOfMessage), WebSocketMessageType.Text, true, stop.Token);
                while (true)
                {
                    var got = await socket.ReceiveAsync(buffer.AsMemory(), stop.Token);
                    bytes[i] += got.Count;
                    frames[i] += buffer.AsSpan(0, got.Count).Count((byte)EndOfMessage);
                }
            }
            catch (OperationCanceledException)
            {
                // The measuring is over.
            }
        }
    }

    /// <summary>Sixty made-up series, each with a deployment that runs.</summary>
    private static async Task PrepareAsync(string folder)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("AlphaFactory:DataDirectory", folder), new("AlphaFactory:DemoMarket", "false")]).Build();
        await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddEngine(configuration).BuildServiceProvider();
        await services.GetRequiredService<IDatabaseMigrator>().MigrateAsync(default);
        var deployments = services.GetRequiredService<IDeployments>();
        for (int i = 0; i < Symbols; i++)
        {
            string symbol = string.Create(CultureInfo.InvariantCulture, $"BENCH{i}");
            await services.GetRequiredService<IBarStore>().WriteAsync(new NewSeries(new SeriesKey(symbol, BarInterval.FiveMinutes, "csv"), symbol, "Technology", true), Bars(i), null, default);
            var spec = new RunSpec { Strategy = "sma-crossover", Symbol = "", Interval = BarInterval.FiveMinutes, Parameters = new Dictionary<string, string> { ["fast"] = "2", ["slow"] = "6" } };
            var wanted = new NewDeployment(symbol, TradingMode.Simulated, spec, [symbol], [new RuleChoice("leverage"), new RuleChoice("drawdown-breaker"), new RuleChoice("day-loss")], [])
            {
                Feed = new ReplayFeed { From = new(2024, 3, 4), Speed = 60 },
            };
            var made = ((DeployOutcome.Done)await deployments.CreateAsync(wanted, "bench", default)).Deployment;
            await deployments.ChangeAsync(made.Id, made.Version, DeploymentState.Running, "", "bench", default);
        }
    }

    private static RawBars Bars(int seed)
    {
        var random = new SeededRandom((ulong)seed, 21);
        long[] times = [.. TradingCalendar.Nyse.SessionsBetween(new(2024, 3, 4), TradingCalendar.LastDay).Take(Sessions)
            .SelectMany(day => Enumerable.Range(0, 78).Select(bar => TradingCalendar.Nyse.SessionHours(day).Open.AddMinutes(5 * bar).ToUnixTimeMilliseconds()))];
        double[] open = new double[times.Length], close = new double[times.Length];
        double price = 100;
        for (int i = 0; i < times.Length; i++)
        {
            open[i] = price;
            close[i] = price *= 1 + ((random.NextDouble() - 0.5) * 0.01);
        }

        double[] ones = [.. times.Select(_ => 1.0)];
        return new RawBars(times, open, [.. open.Zip(close, (one, other) => Math.Max(one, other) + 0.1)], [.. open.Zip(close, (one, other) => Math.Min(one, other) - 0.1)], close, [.. times.Select(_ => 1e6)], ones, [.. ones]);
    }

    private static async Task<string> RunAsync(string program, string folder, string input, params string[] arguments)
    {
        using var process = Start(program, folder, arguments);
        await process.StandardInput.WriteLineAsync(input);
        process.StandardInput.Close();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static Process Start(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        (start.Environment["AlphaFactory__DataDirectory"], start.Environment["AlphaFactory__DemoMarket"]) = (folder, "false");
        return Process.Start(start)!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
