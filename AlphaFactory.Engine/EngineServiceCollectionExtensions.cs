using AlphaFactory.Engine.Alerts;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Indicators;
using AlphaFactory.Engine.Jobs;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Persistence;
using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Engine.Trading.Evidence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AlphaFactory.Engine;

/// <summary>Registers the engine: one call in <c>Program.cs</c>, one call per folder here.</summary>
public static class EngineServiceCollectionExtensions
{
    /// <summary>Adds everything that runs, stores and schedules.</summary>
    public static IServiceCollection AddEngine(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<EngineOptions>().Bind(configuration.GetSection(EngineOptions.Section));
        return services
            // First, so that the demo market is drawn while the database is migrated.
            .AddMarketData(configuration)
            .AddPersistence(configuration)
            .AddIndicators()
            .AddBacktesting(configuration)
            .AddJobs(configuration)
            .AddTradingDesk(configuration)
            .AddEvidence()
            .AddAlerts(configuration);
    }
}
