namespace AlphaFactory.Web.Security;

/// <summary>An empty answer with an error status gets words: a page for a browser, a problem document for a program.</summary>
internal static class StatusPages
{
    public static void UseStatusCodePagesForPages(this WebApplication app)
    {
        app.UseStatusCodePages();
        app.UseWhen(
            context => HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase) && !context.Request.Path.StartsWithSegments("/api"),
            branch => branch.UseStatusCodePagesWithReExecute("/not-found"));
    }
}
