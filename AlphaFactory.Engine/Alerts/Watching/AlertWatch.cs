using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AlphaFactory.Engine.Alerts.Watching;

/// <summary>Looks again and again for something to tell.</summary>
internal sealed class AlertWatch(AlertLook look, IAlertBook book, IAlertOutbox outbox, ILeases leases, IOptions<EngineOptions> engine, IOptions<AlertOptions> options, TimeProvider clock, ILogger<AlertWatch> log)
    : LeasedLoop("alert-watch", leases, engine, options, clock, log)
{
    private static readonly TimeSpan s_tidy = TimeSpan.FromHours(6);

    private readonly TimeProvider _clock = clock;
    private readonly AlertOptions _options = options.Value;
    private DateTimeOffset? _tidied;

    protected override TimeSpan Pause => TimeSpan.FromSeconds(_options.WatchSeconds);

    protected override async Task RoundAsync(CancellationToken cancellationToken)
    {
        if (_tidied is null)
        {
            await book.SeedAsync(cancellationToken);
        }

        await look.LookAsync(Claim, cancellationToken);
        var now = _clock.GetUtcNow();
        if (!(now - _tidied < s_tidy))
        {
            await outbox.PurgeAsync(now.AddDays(-_options.KeepDays), cancellationToken);
            _tidied = now;
        }
    }
}
