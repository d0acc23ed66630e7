using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AlphaFactory.Engine.Alerts.Sending;

/// <summary>Sends again and again what is due.</summary>
internal sealed class AlertPost(Courier courier, ILeases leases, IOptions<EngineOptions> engine, IOptions<AlertOptions> options, TimeProvider clock, ILogger<AlertPost> log)
    : LeasedLoop("alert-post", leases, engine, options, clock, log)
{
    protected override TimeSpan Pause => TimeSpan.FromSeconds(1);

    protected override Task RoundAsync(CancellationToken cancellationToken) => courier.RoundAsync(cancellationToken);
}
