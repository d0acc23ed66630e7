using System.Text.Json;
using System.Text.Json.Serialization;

namespace AlphaFactory.Web.Live;

/// <summary>Registers the hub and maps it.</summary>
internal static class LiveSetup
{
    private const int LargestMessage = 16 * 1024;

    public static void AddLive(this IServiceCollection services)
    {
        services.AddSignalR(options => options.MaximumReceiveMessageSize = LargestMessage).AddJsonProtocol(options =>
        {
            options.PayloadSerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            options.PayloadSerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
        });
        services.AddHostedService<LiveFeed>();
    }

    public static void MapLive(this WebApplication app) => app.MapHub<LiveHub>(LiveHub.Path);
}
