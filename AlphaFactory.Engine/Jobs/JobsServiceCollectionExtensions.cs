using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Engine.Jobs;

/// <summary>Registers what this folder offers.</summary>
public static class JobsServiceCollectionExtensions
{
    /// <summary>Adds the services of this folder.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration) => services;
}
