using System.CommandLine;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Strategies;
using AlphaFactory.Web.Configuration;

namespace AlphaFactory.Web.Verbs;

/// <summary>Where a verb finds the strategy of a run: in code or in the run itself without a database, and in the store only when a saved one is named.</summary>
internal sealed class StrategySource : IAsyncDisposable
{
    private ServiceProvider? _store;

    private StrategySource(IStrategyCatalog catalog, ServiceProvider? store) => (Catalog, _store) = (catalog, store);

    /// <summary>The store where it is open: because a saved strategy was named, or because someone asked for it.</summary>
    public IServiceProvider? Store => _store;

    public IStrategyCatalog Catalog { get; }

    public static async Task<StrategySource> OpenAsync(RunSpec spec, ParseResult parsed, CancellationToken cancellationToken)
    {
        var registry = StrategyRegistry.Shipped();
        if (spec.Rules is not null || registry.Find(spec.Strategy) is not null)
        {
            return new StrategySource(registry, null);
        }

        var settings = SettingsArguments.Load(parsed);
        bool hasStore = settings.Configuration.GetConnectionString("Postgres") is { Length: > 0 } || (Directory.Exists(settings.Engine.DataPath) && Directory.EnumerateFiles(settings.Engine.DataPath, "*.db").Any());
        if (!hasStore)
        {
            // No store, no saved strategy: the registry says what there is.
            return new StrategySource(registry, null);
        }

        var store = await BuildAsync(settings, cancellationToken);
        return new StrategySource(store.GetRequiredService<StrategyCatalog>(), store);
    }

    /// <summary>The store, opened unless it is: for those who read bars from it.</summary>
    public async Task<IServiceProvider> OpenStoreAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        _store ??= await BuildAsync(SettingsArguments.Load(parsed), cancellationToken);

    private static async Task<ServiceProvider> BuildAsync(LoadedSettings settings, CancellationToken cancellationToken)
    {
        var store = await VerbHost.BuildWithStoreAsync(settings, cancellationToken);
        await store.GetRequiredService<StrategyCatalog>().RefreshAsync(cancellationToken);
        return store;
    }

    public ValueTask DisposeAsync() => _store?.DisposeAsync() ?? ValueTask.CompletedTask;
}
