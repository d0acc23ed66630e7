using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Strategies;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>Registers what this folder offers.</summary>
public static class BacktestingServiceCollectionExtensions
{
    /// <summary>Adds the registries, the check of specs and the backtester.</summary>
    /// <exception cref="Core.Registration.RegistrationException">A strategy or statistic is half-made; the program does not start.</exception>
    public static IServiceCollection AddBacktesting(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(StrategyRegistry.Shipped())
        .AddSingleton<StrategyCatalog>()
        .AddSingleton<IStrategyCatalog>(services => services.GetRequiredService<StrategyCatalog>())
        .AddHostedService(services => services.GetRequiredService<StrategyCatalog>())
        .AddSingleton(StatisticRegistry.Shipped())
        .AddSingleton<RunSpecValidator>()
        .AddSingleton<IBacktester, Backtester>();
}
