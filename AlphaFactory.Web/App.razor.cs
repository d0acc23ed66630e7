using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace AlphaFactory.Web;

/// <summary>The document around every page: theme and rail as the browser left them, one circuit for all pages that take part in one.</summary>
public sealed partial class App
{
#if OFFICIAL_BLAZOR_SCRIPT
    private const string BlazorScript = "_framework/blazor.web.js";
#else
    // Taken out of a runtime package by the build: docs/decisions/0004-blazor-script.md.
    private const string BlazorScript = "lib/blazor.web.js";
#endif

    [CascadingParameter]
    private HttpContext Request { get; set; } = null!;

    private string Theme => Request.Request.Cookies["af-theme"] is "dark" ? "dark" : "light";

    private string? Rail => Request.Request.Cookies["af-rail"] is "closed" ? "closed" : null;

    // Without prerendering a page loads its data once, and nothing on screen is dead before the circuit stands.
    private IComponentRenderMode? Mode => Request.AcceptsInteractiveRouting() ? new InteractiveServerRenderMode(prerender: false) : null;
}
