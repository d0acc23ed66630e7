using System.Net.Sockets;
using AlphaFactory.Engine;
using AlphaFactory.Web.Configuration;
using AlphaFactory.Web.Layout;
using AlphaFactory.Web.Logs;

namespace AlphaFactory.Web;

/// <summary>The composition root of the process that serves pages.</summary>
internal static class WebServer
{
    /// <summary>Serves until the process is asked to stop; prints one line when ready.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(LoadedSettings settings, TextWriter output, CancellationToken cancellationToken)
    {
        await using var app = Build(settings);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException fault) when (fault.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException || fault.InnerException is SocketException)
        {
            throw new Verbs.VerbException($"{settings.Server.Urls} is taken by another program. Stop it, or choose another port: --urls http://127.0.0.1:5081");
        }

        await output.WriteLineAsync($"AlphaFactory is ready at {string.Join(" and ", app.Urls)}");
        await output.FlushAsync(cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    /// <summary>Puts the application together without starting it.</summary>
    public static WebApplication Build(LoadedSettings settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "AlphaFactory.Web", ContentRootPath = AppContext.BaseDirectory, EnvironmentName = Environments.Production });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddConfiguration(settings.Configuration);
        builder.Logging.AddLogFiles(settings);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls(settings.Server.Urls);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = settings.Program.RequestMegabytes * 1024L * 1024L;
        });
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(new LogReader(LogFiles.Folder(settings)));
        builder.Services.AddEngine(builder.Configuration);
        builder.Services.AddShell();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();

        var app = builder.Build();
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        return app;
    }
}
