using AlphaFactory.Engine.Correlation;
using AlphaFactory.Engine.Screener;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Engine.Indicators;

/// <summary>Registers what this folder and those that look at a whole universe offer.</summary>
public static class IndicatorsServiceCollectionExtensions
{
    /// <summary>Adds the kept values with their refresh, the screener and the correlation study. Persistence and market data must be added before.</summary>
    public static IServiceCollection AddIndicators(this IServiceCollection services) => services
        .AddSingleton<LatestValues>()
        .AddSingleton<ValueRefresh>()
        .AddSingleton<UniverseScreener>()
        .AddSingleton<CorrelationStudy>()
        .AddHostedService<RefreshHost>();
}
