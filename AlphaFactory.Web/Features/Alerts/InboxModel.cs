using AlphaFactory.Engine.Alerts;
using AlphaFactory.Web.Components.Access;
using AlphaFactory.Web.Components.States;

namespace AlphaFactory.Web.Features.Alerts;

/// <summary>The alerts of the inbox, and who has seen them.</summary>
public sealed class InboxModel(IAlertBook book, CurrentUser user, ILogger<InboxModel> log)
{
    /// <summary>Where the tab stands.</summary>
    public PageState State { get; private set; } = new PageState.Loading();

    /// <summary>The rows of this page, newest first.</summary>
    public IReadOnlyList<Alert> Alerts { get; private set; } = [];

    /// <summary>Rows in all.</summary>
    public int Total { get; private set; }

    /// <summary>How many are unseen, whatever the filter.</summary>
    public UnseenAlerts Unseen { get; private set; } = new(0, 0);

    /// <summary>False for a viewer, who may look only.</summary>
    public bool MayRun { get; private set; }

    /// <summary>Reads the rows.</summary>
    public async Task LoadAsync(InboxFilter filter) => State = await StoreFault.GuardAsync(() => ReadAsync(filter), log);

    /// <summary>Notes that somebody has seen them.</summary>
    /// <param name="ids">The alerts; null is all that are unseen.</param>
    public async Task SeenAsync(IReadOnlyCollection<long>? ids) => await book.MarkSeenAsync(ids, await user.NameAsync(), CancellationToken.None);

    private async Task<PageState> ReadAsync(InboxFilter filter)
    {
        MayRun = await user.MayRunAsync();
        Unseen = await book.UnseenAsync(CancellationToken.None);
        Total = await book.CountAsync(filter.Query, CancellationToken.None);
        Alerts = await book.AlertsAsync(filter.Query, CancellationToken.None);
        return Alerts.Count > 0 ? new PageState.Ready()
            : filter.Narrows ? new PageState.Empty("No alert fits this filter.")
            : new PageState.Empty("Nothing was told yet. Rules say what is: trading that needs a look, jobs that fail, markets that fall silent.");
    }
}
