using AlphaFactory.Engine.Alerts;
using AlphaFactory.Web.Components.States;

namespace AlphaFactory.Web.Features.Alerts;

/// <summary>What was sent, with every attempt.</summary>
public sealed class DeliveriesModel(IAlertBook book, IAlertOutbox outbox, ILogger<DeliveriesModel> log)
{
    private ILookup<string, DeliveryAttempt> _attempts = Array.Empty<DeliveryAttempt>().ToLookup(attempt => attempt.DeliveryId);

    /// <summary>Where the tab stands.</summary>
    public PageState State { get; private set; } = new PageState.Loading();

    /// <summary>All channels by name.</summary>
    public IReadOnlyList<AlertChannel> Channels { get; private set; } = [];

    /// <summary>The rows of this page, newest first.</summary>
    public IReadOnlyList<Delivery> Deliveries { get; private set; } = [];

    /// <summary>Rows in all.</summary>
    public int Total { get; private set; }

    /// <summary>The attempts at a message.</summary>
    public IEnumerable<DeliveryAttempt> AttemptsOf(Delivery delivery) => _attempts[delivery.Id];

    /// <summary>Reads the rows.</summary>
    public async Task LoadAsync(DeliveryFilter filter) => State = await StoreFault.GuardAsync(() => ReadAsync(filter), log);

    private async Task<PageState> ReadAsync(DeliveryFilter filter)
    {
        Channels = await book.ChannelsAsync(CancellationToken.None);
        Total = await outbox.CountAsync(filter.Query, CancellationToken.None);
        Deliveries = await outbox.ListAsync(filter.Query, CancellationToken.None);
        _attempts = (await outbox.AttemptsAsync([.. Deliveries.Select(delivery => delivery.Id)], CancellationToken.None)).ToLookup(attempt => attempt.DeliveryId);
        return Deliveries.Count > 0 ? new PageState.Ready()
            : filter.Narrows ? new PageState.Empty("No message fits this filter.")
            : new PageState.Empty("No message was written yet. One is when a rule with a channel has something to tell, or when a channel is tried.");
    }
}
