using AlphaFactory.Engine;
using AlphaFactory.Web.Configuration;
using AlphaFactory.Web.Logs;

namespace AlphaFactory.Web;

/// <summary>A process that runs jobs and answers no requests.</summary>
internal static class Worker
{
    /// <summary>Runs until the process is asked to stop.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(LoadedSettings settings, TextWriter output, CancellationToken cancellationToken)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = "AlphaFactory.Web", ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddConfiguration(settings.Configuration);
        builder.Logging.AddLogFiles(settings);
        builder.Services.AddSingleton(settings);
        builder.Services.AddEngine(builder.Configuration);
        using var host = builder.Build();
        await host.StartAsync(cancellationToken);
        await output.WriteLineAsync("AlphaFactory worker is ready");
        await host.WaitForShutdownAsync(cancellationToken);
        return 0;
    }
}
