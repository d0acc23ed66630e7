using AlphaFactory.Engine.Trading.Desk;
using Microsoft.AspNetCore.SignalR;

namespace AlphaFactory.Web.Live;

/// <summary>Sends each frame to everybody who is connected; it is put into words once, however many there are.</summary>
internal sealed class LiveFeed(ITradingDesk desk, IHubContext<LiveHub> hub) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var frame in desk.WatchAsync(stoppingToken))
        {
            await hub.Clients.Group(LiveHub.Everybody).SendAsync(LiveHub.Frame, frame, stoppingToken);
        }
    }
}
