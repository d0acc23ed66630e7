using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace AlphaFactory.Web.Security;

/// <summary>How often one caller may knock.</summary>
internal static class RateLimits
{
    /// <summary>Sent sign-in and first-visit forms, by address.</summary>
    public const string SignIn = "sign-in";

    /// <summary>API requests, by user.</summary>
    public const string Api = "api";

    private const int SignInsPerMinute = 60;
    private const int ApiRequestsPerMinute = 1200;

    public static void Add(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = async (rejected, cancellationToken) =>
        {
            var response = rejected.HttpContext.Response;
            response.Headers.RetryAfter = "60";
            await Results.Problem("Too many requests from here. Wait a minute and try again.", statusCode: StatusCodes.Status429TooManyRequests)
                .ExecuteAsync(rejected.HttpContext).WaitAsync(cancellationToken);
        };
        options.AddPolicy(SignIn, context => HttpMethods.IsPost(context.Request.Method)
            ? Window(context.Connection.RemoteIpAddress?.ToString() ?? "", SignInsPerMinute)
            : RateLimitPartition.GetNoLimiter(""));
        options.AddPolicy(Api, context => Window(context.User.Identity?.Name ?? context.Connection.RemoteIpAddress?.ToString() ?? "", ApiRequestsPerMinute));
    }

    private static RateLimitPartition<string> Window(string key, int requests) => RateLimitPartition.GetSlidingWindowLimiter(
        string.Create(CultureInfo.InvariantCulture, $"{requests} {key}"),
        _ => new SlidingWindowRateLimiterOptions { PermitLimit = requests, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 });
}
