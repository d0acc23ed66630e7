using AlphaFactory.Web.Components.Access;
using AlphaFactory.Web.Components.Overlays;
using AlphaFactory.Web.Components.Runs;
using AlphaFactory.Web.Layout.Palette;

namespace AlphaFactory.Web.Layout;

/// <summary>Registers what the shell and the shared components need.</summary>
public static class ShellServiceCollectionExtensions
{
    /// <summary>Adds the rail's catalogue, and toasts and questions for each circuit.</summary>
    public static IServiceCollection AddShell(this IServiceCollection services) => services
        .AddSingleton(new NavCatalog(typeof(NavCatalog).Assembly))
        .AddScoped<Toasts>()
        .AddScoped<Confirmations>()
        .AddScoped<CurrentUser>()
        .AddScoped<RunActivity>()
        .AddScoped<DemoBacktest>()
        .AddScoped<IPaletteSource, PagesPaletteSource>();
}
