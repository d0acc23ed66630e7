using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Engine.MarketData;

/// <summary>Registers what this folder offers.</summary>
public static class MarketDataServiceCollectionExtensions
{
    /// <summary>Adds the services of this folder.</summary>
    public static IServiceCollection AddMarketData(this IServiceCollection services, IConfiguration configuration) => services;
}
