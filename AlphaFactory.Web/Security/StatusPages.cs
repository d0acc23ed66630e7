using Microsoft.AspNetCore.Diagnostics;

namespace AlphaFactory.Web.Security;

/// <summary>An empty answer with an error status gets words: a page for a browser, a problem document for a program.</summary>
internal static class StatusPages
{
    public static void UseStatusCodePagesForPages(this WebApplication app)
    {
        app.UseStatusCodePages();
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use((context, next) =>
        {
            // Switches off the inner of the two only. A branch of the pipeline could not run the request again: it has no routing of its own.
            if (!WantsPage(context.Request) && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            {
                pages.Enabled = false;
            }

            return next(context);
        });
    }

    private static bool WantsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase) && !request.Path.StartsWithSegments("/api");
}
