using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Audit;
using AlphaFactory.Engine.Redis;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.MarketData.Earnings;
using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Evidence;
using AlphaFactory.Engine.Trading.Desk.Redis;
using AlphaFactory.Engine.Trading.Journal;
using AlphaFactory.Engine.Trading.Simulated;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AlphaFactory.Engine.Trading.Desk;

/// <summary>Registers what this folder offers.</summary>
public static partial class DeskServiceCollectionExtensions
{
    private const uint Seed = 2166136261, Prime = 16777619;

    private static readonly TimeSpan s_latency = TimeSpan.FromMilliseconds(40), s_jitter = TimeSpan.FromMilliseconds(80);

    /// <summary>Adds live trading: the desk, its kill switch, its events; over Redis between nodes where <c>ConnectionStrings:Redis</c> is set.</summary>
    public static IServiceCollection AddTradingDesk(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DeskOptions>().Bind(configuration.GetSection(DeskOptions.Section));
        if (services.TryAddRedisLink(configuration))
        {
            services.AddSingleton<IDeskBus, RedisDeskBus>();
        }
        else
        {
            services.AddSingleton<IDeskBus, InProcessDeskBus>();
        }

        services.AddSingleton<DeskEventLog>();
        services.AddSingleton<IDeskEvents>(provider => provider.GetRequiredService<DeskEventLog>());
        services.AddHostedService(provider => provider.GetRequiredService<DeskEventLog>());
        services.AddSingleton(provider => new KillSwitch(
            provider.GetRequiredService<IDeskStore>(), provider.GetRequiredService<IDeskBus>(), provider.GetRequiredService<IAuditLog>(), provider.GetRequiredService<DeskEventLog>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<IOptions<EngineOptions>>(), provider.GetRequiredService<ILogger<KillSwitch>>()));
        services.TryAddSingleton<SimulatedTermsOf>(Terms);
        services.AddSingleton(provider => new LaneWork(
            provider.GetRequiredService<ISeriesReader>(), provider.GetRequiredService<IEarningsCalendar>(), provider.GetRequiredService<IStrategyCatalog>(), provider.GetRequiredService<IOrderJournals>(), provider.GetRequiredService<IDeskStore>(),
            provider.GetRequiredService<DeskEventLog>(), provider.GetRequiredService<KillSwitch>(), provider.GetRequiredService<SimulatedTermsOf>(), provider.GetRequiredService<SessionWitnesses>(), provider.GetRequiredService<TimeProvider>(),
            Log(provider.GetRequiredService<ILogger<Lane>>())));
        services.AddSingleton<LaneHall>();
        services.AddSingleton<DeskBoard>();
        services.AddSingleton<DeskHost>();
        services.AddHostedService(provider => provider.GetRequiredService<DeskHost>());
        services.AddSingleton<ITradingDesk, DeploymentDesk>();
        return services;
    }

    /// <summary>A broker that takes and fills as the backtest expects, a moment later.</summary>
    private static SimulatedTerms Terms(Deployment deployment) => new()
    {
        Commission = deployment.Spec.Commission,
        Slippage = deployment.Spec.Slippage,
        Faults = SimulatedFaults.None with { Latency = s_latency, Jitter = s_jitter },
        // FNV-1a, so that the same deployment has the same broker after every restart.
        Seed = deployment.Id.Aggregate(Seed, static (hash, letter) => unchecked((hash ^ letter) * Prime)),
    };

    private static Action<string, Exception> Log(ILogger log) => (deployment, fault) => Failed(log, fault, deployment);

    [LoggerMessage(Level = LogLevel.Error, Message = "Deployment {Deployment} failed; the others go on")]
    private static partial void Failed(ILogger log, Exception fault, string deployment);
}
