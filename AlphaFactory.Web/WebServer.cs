using AlphaFactory.Engine;
using AlphaFactory.Web.Api;
using AlphaFactory.Web.Components.Charts;
using AlphaFactory.Web.Components.Door;
using AlphaFactory.Web.Configuration;
using AlphaFactory.Web.Features;
using AlphaFactory.Web.Features.Journal;
using AlphaFactory.Web.Features.Live;
using AlphaFactory.Web.Features.NewRun;
using AlphaFactory.Web.Features.Optimise;
using AlphaFactory.Web.Features.Result;
using AlphaFactory.Web.Features.WalkForward;
using AlphaFactory.Web.Health;
using AlphaFactory.Web.Layout;
using AlphaFactory.Web.Live;
using AlphaFactory.Web.Logs;
using AlphaFactory.Web.Security;

namespace AlphaFactory.Web;

/// <summary>The composition root of the process that serves pages.</summary>
internal static class WebServer
{
    /// <summary>Serves until the process is asked to stop; prints one line when ready.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(LoadedSettings settings, TextWriter output, CancellationToken cancellationToken)
    {
        await PortCheck.RequireFreeAsync(settings.Server.Urls, cancellationToken);
        await using var app = Build(settings);

        // What the first request would wait for, and would be the first to find faulty, while the database is made ready.
        var endpoints = Task.Run(() => ((IEndpointRouteBuilder)app).DataSources.Sum(source => source.Endpoints.Count), cancellationToken);
        try
        {
            await app.StartAsync(cancellationToken);
            await endpoints;
        }
        catch (IOException fault) when (fault.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            // The jobs started before the port was asked for; their threads would keep the process alive.
            await app.StopAsync(CancellationToken.None);
            throw PortCheck.Taken(settings.Server.Urls);
        }

        await output.WriteLineAsync($"AlphaFactory is ready at {string.Join(" and ", app.Urls)}");
        await output.FlushAsync(cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    /// <summary>Puts the application together without starting it.</summary>
    /// <param name="settings">What is configured.</param>
    /// <param name="change">Puts other parts in place of the usual ones, as tests do.</param>
    public static WebApplication Build(LoadedSettings settings, Action<IServiceCollection>? change = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "AlphaFactory.Web", ContentRootPath = AppContext.BaseDirectory, EnvironmentName = Environments.Production });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddConfiguration(settings.Configuration);

        // Without this a build that was not published sends every asset uncompressed, in case a developer edits one.
        builder.Configuration.AddInMemoryCollection([new("ReloadStaticAssetsAtRuntime", "false")]);
        builder.Logging.AddLogFiles(settings);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls(settings.Server.Urls);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = settings.Program.RequestMegabytes * 1024L * 1024L;
        });
        AddServices(builder.Services, builder.Configuration, settings);
        change?.Invoke(builder.Services);
        var app = builder.Build();
        UsePipeline(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, IConfiguration configuration, LoadedSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(new LogReader(LogFiles.Folder(settings)));
        services.AddEngine(configuration);
        services.AddSecurity(settings);
        services.AddProblemDetails(ProblemWords.Configure);

        // What somebody asked for wrongly is answered in words; it is no fault of the server and not logged as one.
        services.Configure<ExceptionHandlerOptions>(options => options.SuppressDiagnosticsCallback = context => ProblemWords.IsOfTheAsker(context.Exception));
        services.AddShell();
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddSingleton<DemoEvidence>();
        services.AddPageModels();
        services.AddApi();
        services.AddLive();
        services.AddSingleton<MetricCollector>();
        services.AddHostedService(provider => provider.GetRequiredService<MetricCollector>());
    }

    private static void UsePipeline(WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseExceptionHandler();
        app.UseStatusCodePagesForPages();
        app.UseHsts();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapSignOut();
        app.MapLogDownload();
        app.MapHealth();
        app.MapApi();
        app.MapLive();
        app.MapChartData();
        app.MapSignalData();
        app.MapSeriesCharts();
        app.MapResultDownloads();
        app.MapSweepData();
        app.MapWalkData();
        app.MapCrossValidationData();
        app.MapLiveData();
        app.MapJournalData();
        app.MapRunFile();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }
}
