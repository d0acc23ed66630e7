using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Engine.Persistence;

/// <summary>Registers what this folder offers.</summary>
public static class PersistenceServiceCollectionExtensions
{
    /// <summary>Adds the services of this folder.</summary>
    public static IServiceCollection AddPersistence(this IServiceCollection services, IConfiguration configuration) => services;
}
