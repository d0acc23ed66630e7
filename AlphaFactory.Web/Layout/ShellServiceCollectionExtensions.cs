using AlphaFactory.Web.Components.Access;
using AlphaFactory.Web.Components.Alerts;
using AlphaFactory.Web.Components.Overlays;
using AlphaFactory.Web.Components.Runs;
using AlphaFactory.Web.Components.Saved;
using AlphaFactory.Web.Components.Studies;
using AlphaFactory.Web.Components.Trading;
using AlphaFactory.Web.Layout.Palette;

namespace AlphaFactory.Web.Layout;

/// <summary>Registers what the shell and the shared components need.</summary>
public static class ShellServiceCollectionExtensions
{
    /// <summary>Adds the rail's catalogue, and for each circuit its toasts, questions, live runs and palette.</summary>
    public static IServiceCollection AddShell(this IServiceCollection services) => services
        .AddSingleton(new NavCatalog(typeof(NavCatalog).Assembly))
        .AddScoped<Toasts>()
        .AddScoped<Confirmations>()
        .AddScoped<CurrentUser>()
        .AddScoped<DeskActions>()
        .AddScoped<RunActivity>()
        .AddScoped<AlertActivity>()
        .AddScoped<RunEdits>()
        .AddScoped<SavedViews>()
        .AddScoped<SetStarter>()
        .AddScoped<DemoBacktest>()
        .AddScoped<IPaletteSource, PagesPaletteSource>()
        .AddScoped<IPaletteSource, CommandsPaletteSource>()
        .AddScoped<IPaletteSource, RunsPaletteSource>()
        .AddScoped<IPaletteSource, SymbolsPaletteSource>();
}
