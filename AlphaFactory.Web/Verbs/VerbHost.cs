using AlphaFactory.Engine;
using AlphaFactory.Engine.Persistence;
using AlphaFactory.Web.Configuration;
using AlphaFactory.Web.Logs;
using AlphaFactory.Web.Security;

namespace AlphaFactory.Web.Verbs;

/// <summary>The engine as a verb uses it: the same services as the server, without starting jobs.</summary>
internal static class VerbHost
{
    /// <summary>Builds the services; dispose them when done.</summary>
    public static ServiceProvider Build(LoadedSettings settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton(settings).AddSingleton<IConfiguration>(settings.Configuration);
        services.AddLogging(logging => logging.AddLogFiles(settings));
        services.AddEngine(settings.Configuration);
        services.AddUsers();
        return services.BuildServiceProvider();
    }

    /// <summary>The same with the database brought up to date.</summary>
    public static async Task<ServiceProvider> BuildWithStoreAsync(LoadedSettings settings, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(settings.Engine.DataPath);
        var services = Build(settings);
        await services.GetRequiredService<IDatabaseMigrator>().MigrateAsync(cancellationToken);
        return services;
    }
}
