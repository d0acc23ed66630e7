using AlphaFactory.Engine.Persistence;
using AlphaFactory.Web.Components.States;

namespace AlphaFactory.Web.Features.Settings;

/// <summary>Which database, and how it is.</summary>
public sealed class DatabaseModel(IDatabaseMigrator database, SettingsAccess access)
{
    /// <summary>Where the tab stands.</summary>
    public PageState State { get; private set; } = new PageState.Loading();

    /// <summary>What was found.</summary>
    public DatabaseStatus? Status { get; private set; }

    /// <summary>Size of the file, its journal included; null on a server.</summary>
    public long? Bytes { get; private set; }

    /// <summary>Asks the database.</summary>
    public async Task LoadAsync()
    {
        await access.RequireAdminAsync();
        Status = await database.StatusAsync(CancellationToken.None);
        Bytes = Status.Provider == "sqlite"
            ? new[] { Status.Place, Status.Place + "-wal" }.Where(File.Exists).Sum(path => new FileInfo(path).Length)
            : null;
        State = Status.Error is { } error ? new PageState.Failed("The database does not answer.", $"{Status.Place}: {error}") : new PageState.Ready();
    }
}
