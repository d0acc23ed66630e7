using AlphaFactory.Engine.Alerts.Channels;
using AlphaFactory.Engine.Alerts.Channels.Telegram;
using AlphaFactory.Engine.Alerts.Channels.Telegram.Commands;
using AlphaFactory.Engine.Alerts.Sending;
using AlphaFactory.Engine.Alerts.Watching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Engine.Alerts;

/// <summary>Registers what this folder offers.</summary>
public static class AlertsServiceCollectionExtensions
{
    /// <summary>Adds what watches, what sends and what listens. Every node has them; a lease says which one does the work.</summary>
    public static IServiceCollection AddAlerts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AlertOptions>().Bind(configuration.GetSection(AlertOptions.Section));
        services.AddOptions<TelegramOptions>().Bind(configuration.GetSection(TelegramOptions.Section));
        services.AddSingleton<ChannelTools>(provider => new ChannelTools(configuration, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SceneReader>();
        services.AddSingleton<AlertLook>();
        services.AddSingleton<Sender>();
        services.AddSingleton<Courier>();
        services.AddSingleton<BotApi>();
        services.AddSingleton<BotState>();
        services.AddSingleton<BotDesk>();
        services.AddSingleton(BotCommandRegistry.Shipped());
        services.AddHostedService<AlertWatch>();
        services.AddHostedService<AlertPost>();
        return services.AddHostedService<TelegramListener>();
    }
}
