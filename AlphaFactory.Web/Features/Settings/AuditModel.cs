using AlphaFactory.Engine.Audit;
using AlphaFactory.Web.Components.States;

namespace AlphaFactory.Web.Features.Settings;

/// <summary>Who did what and when.</summary>
public sealed class AuditModel(IAuditLog audit, SettingsAccess access)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 50;

    /// <summary>Where the tab stands.</summary>
    public PageState State { get; private set; } = new PageState.Loading();

    /// <summary>The rows of this page, newest first.</summary>
    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    /// <summary>True when older rows follow.</summary>
    public bool HasOlder { get; private set; }

    /// <summary>Reads one page.</summary>
    public async Task LoadAsync(int skip)
    {
        await access.RequireAdminAsync();
        var found = await audit.ListAsync(new AuditQuery(Skip: skip, Take: PageSize + 1), CancellationToken.None);
        (Entries, HasOlder) = ([.. found.Take(PageSize)], found.Count > PageSize);
        State = found.Count > 0 ? new PageState.Ready() : new PageState.Empty("Nothing was recorded here.");
    }
}
