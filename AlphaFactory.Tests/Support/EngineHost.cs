using AlphaFactory.Engine;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AlphaFactory.Tests.Support;

/// <summary>The real engine in a host without pages, on a database of the test's choice and a data folder that goes with it.</summary>
internal sealed class EngineHost : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly string? _ownFolder;

    private EngineHost(IHost host, string? ownFolder) => (_host, _ownFolder) = (host, ownFolder);

    public IServiceProvider Services => _host.Services;

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>Settings for a node on this database.</summary>
    /// <param name="postgres">Connection string; null is SQLite in <paramref name="folder"/>.</param>
    /// <param name="folder">Data directory.</param>
    public static Dictionary<string, string?> Settings(string? postgres, string folder) => new()
    {
        ["AlphaFactory:DataDirectory"] = folder,
        ["AlphaFactory:DemoMarket"] = "false",
        ["ConnectionStrings:Postgres"] = postgres,
    };

    /// <summary>Builds it with its tables, without starting jobs.</summary>
    public static async Task<EngineHost> MigratedAsync(string? postgres, TimeProvider? clock = null, IReadOnlyDictionary<string, string?>? more = null)
    {
        string folder = Directory.CreateTempSubdirectory("alphafactory-").FullName;
        Dictionary<string, string?> settings = Settings(postgres, folder);
        foreach (var (name, value) in more ?? new Dictionary<string, string?>())
        {
            settings[name] = value;
        }

        EngineHost host = Build(settings, null, folder, services => services.AddSingleton(clock ?? TimeProvider.System));
        await host.Get<IDatabaseMigrator>().MigrateAsync(TestContext.Current.CancellationToken);
        return host;
    }

    /// <summary>Builds and starts it, jobs and all.</summary>
    public static async Task<EngineHost> StartAsync(Dictionary<string, string?> settings, IBacktester? backtester = null, Action<IServiceCollection>? change = null)
    {
        EngineHost host = Build(settings, backtester, null, change);
        await host._host.StartAsync(CancellationToken.None);
        return host;
    }

    public static EngineHost Build(Dictionary<string, string?> settings, IBacktester? backtester, string? ownFolder, Action<IServiceCollection>? change = null)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole();
        builder.Services.AddEngine(builder.Configuration);
        change?.Invoke(builder.Services);
        if (backtester is not null)
        {
            builder.Services.Replace(ServiceDescriptor.Singleton(backtester));
        }

        return new EngineHost(builder.Build(), ownFolder);
    }

    public async Task RunAsync() => await _host.RunAsync(CancellationToken.None);

    public async Task StopAsync() => await _host.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (_host is IAsyncDisposable host)
        {
            await host.DisposeAsync();
        }

        if (_ownFolder is not null)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            await TestFolder.DeleteAsync(_ownFolder);
        }
    }
}
