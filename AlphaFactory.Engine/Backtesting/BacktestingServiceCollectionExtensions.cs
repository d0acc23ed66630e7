using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>Registers what this folder offers.</summary>
public static class BacktestingServiceCollectionExtensions
{
    /// <summary>Adds the services of this folder.</summary>
    public static IServiceCollection AddBacktesting(this IServiceCollection services, IConfiguration configuration) => services;
}
