using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace AlphaFactory.Engine.Redis;

/// <summary>Registers what this folder offers.</summary>
internal static class RedisServiceCollectionExtensions
{
    /// <summary>Adds the link to Redis, once, where <c>ConnectionStrings:Redis</c> is set. What speaks over it is added after it, and so stops before.</summary>
    /// <returns>True where it is.</returns>
    public static bool TryAddRedisLink(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration.GetConnectionString("Redis") is not { Length: > 0 } redis)
        {
            return false;
        }

        if (services.All(service => service.ServiceType != typeof(RedisLink)))
        {
            services.TryAddSingleton(new RedisAddress(redis));
            services.AddSingleton<RedisLink>();
            services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<RedisLink>());
        }

        return true;
    }
}
