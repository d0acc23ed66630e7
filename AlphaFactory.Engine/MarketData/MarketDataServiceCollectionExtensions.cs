using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Engine.MarketData;

/// <summary>Registers what this folder offers.</summary>
public static class MarketDataServiceCollectionExtensions
{
    /// <summary>Adds reading of series. The store behind it comes from Persistence.</summary>
    public static IServiceCollection AddMarketData(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton<ISeriesReader, SeriesReader>();
}
