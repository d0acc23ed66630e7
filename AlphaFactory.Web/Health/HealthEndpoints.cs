using AlphaFactory.Engine.Jobs;
using AlphaFactory.Engine.Persistence;
using AlphaFactory.Web.Configuration;
using AlphaFactory.Web.Security;

namespace AlphaFactory.Web.Health;

/// <summary>For whatever watches the process: is it well, and what has it counted.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        // Open, because a probe has no account; so it says no more than a word per part.
        app.MapGet("/health", HealthAsync).AllowAnonymous().ExcludeFromDescription();
        var metrics = app.MapGet("/metrics", MetricsAsync).ExcludeFromDescription();
        if (app.Services.GetRequiredService<LoadedSettings>().Program.OpenMetrics)
        {
            metrics.AllowAnonymous();
        }
        else
        {
            metrics.RequireAuthorization(Policies.Read);
        }
    }

    private static async Task<IResult> HealthAsync(IDatabaseMigrator database, IJobHealth queue, CancellationToken cancellationToken)
    {
        var status = await database.StatusAsync(cancellationToken);
        bool alive = await queue.IsAliveAsync(cancellationToken), well = status.IsReady && alive;
        return Results.Json(
            new HealthBody(well ? "well" : "ill", status.Error is null ? "reachable" : "unreachable", status.Pending.Count == 0 ? "current" : "pending", alive ? "alive" : "stopped"),
            statusCode: well ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static IResult MetricsAsync(HttpContext context, MetricCollector collector, LoadedSettings settings) =>
        settings.Program.OpenMetrics && context.User.Identity?.IsAuthenticated != true && context.Connection.RemoteIpAddress is { } address && !System.Net.IPAddress.IsLoopback(address)
            ? Results.Problem("Metrics are open to this machine only. Send a token.", statusCode: StatusCodes.Status401Unauthorized)
            : Results.Text(collector.Write(), "text/plain; version=0.0.4");
}

/// <summary>A word per part of the program.</summary>
public sealed record HealthBody(string Status, string Store, string Migrations, string Queue);
