using AlphaFactory.Engine.Access;
using AlphaFactory.Web.Components.Access;
using AlphaFactory.Web.Components.Overlays;

namespace AlphaFactory.Web.Features.Screener;

/// <summary>The screens a person keeps: a name and the query of an address each.</summary>
public sealed class SavedScreensModel(IUserSettings settings, CurrentUser user, Toasts toasts)
{
    /// <summary>Most characters of a name.</summary>
    public const int LongestName = 60;

    private const string Prefix = "screen:";

    /// <summary>The kept screens by name, in the order of the alphabet.</summary>
    public IReadOnlyList<(string Name, string Query)> All { get; private set; } = [];

    /// <summary>Reads them.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken) =>
        All = [.. (await settings.ReadAsync(await user.IdAsync(), cancellationToken))
            .Where(setting => setting.Key.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(setting => (setting.Key[Prefix.Length..], setting.Value))
            .OrderBy(screen => screen.Item1, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Keeps a screen; one of the same name is replaced.</summary>
    public async Task SaveAsync(string name, string query, CancellationToken cancellationToken)
    {
        await settings.WriteAsync(await user.IdAsync(), Prefix + name, query, cancellationToken);
        toasts.Say("Screen saved", name);
    }

    /// <summary>Gives a screen another name.</summary>
    public async Task RenameAsync(string name, string to, CancellationToken cancellationToken)
    {
        string query = All.First(screen => screen.Name == name).Query;

        // The new one first: were this interrupted, there would be two rather than none.
        await settings.WriteAsync(await user.IdAsync(), Prefix + to, query, cancellationToken);
        await settings.WriteAsync(await user.IdAsync(), Prefix + name, null, cancellationToken);
        await LoadAsync(cancellationToken);
    }

    /// <summary>Takes a screen away and offers Undo.</summary>
    /// <param name="name">The screen.</param>
    /// <param name="changed">Called after its undoing.</param>
    public async Task DeleteAsync(string name, Func<Task> changed)
    {
        string query = All.First(screen => screen.Name == name).Query, id = await user.IdAsync();
        await settings.WriteAsync(id, Prefix + name, null, CancellationToken.None);
        await LoadAsync(CancellationToken.None);
        toasts.Say("Screen deleted", name, async () =>
        {
            await settings.WriteAsync(id, Prefix + name, query, CancellationToken.None);
            await changed();
        });
    }
}
