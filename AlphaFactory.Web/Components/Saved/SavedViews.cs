using System.Text.Json;
using AlphaFactory.Engine.Access;
using AlphaFactory.Web.Components.Access;
using AlphaFactory.Web.Components.Overlays;

namespace AlphaFactory.Web.Components.Saved;

/// <summary>The views a person keeps, of every kind: stored, renamed and deleted with a way back. Nobody sees those of another.</summary>
public sealed class SavedViews(IUserSettings settings, CurrentUser user, Toasts toasts)
{
    /// <summary>Longest name.</summary>
    public const int LongestName = 60;

    /// <summary>Those of a kind, by name.</summary>
    public async Task<IReadOnlyList<SavedView>> ListAsync(SavedViewKind kind)
    {
        var stored = await settings.ReadAsync(await user.IdAsync(), CancellationToken.None);
        return [.. stored.Select(pair => Read(kind, pair.Key, pair.Value)).OfType<SavedView>().OrderBy(view => view.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    /// <summary>What is wrong with a name, or null.</summary>
    /// <param name="kind">What is named.</param>
    /// <param name="name">The name wanted.</param>
    /// <param name="all">The views there are.</param>
    /// <param name="renamed">The view that is renamed; null for a new one.</param>
    public static string? Fault(SavedViewKind kind, string name, IReadOnlyList<SavedView> all, SavedView? renamed = null)
    {
        string trimmed = name.Trim();
        return trimmed.Length == 0 ? "Type a name."
            : trimmed.Length > LongestName ? $"The name has {trimmed.Length} letters but may have {LongestName}. Shorten it."
            : all.Any(view => view.Key != renamed?.Key && string.Equals(view.Name, trimmed, StringComparison.OrdinalIgnoreCase)) ? $"There is a {kind.Noun} \"{trimmed}\" already. Take another name, or delete that one first."
            : null;
    }

    /// <summary>Stores a view under a name without a fault.</summary>
    public async Task SaveAsync(SavedViewKind kind, string name, string query)
    {
        await WriteAsync(new SavedView(NewKey(kind), name.Trim(), query));
        toasts.Say($"{Capital(kind.Noun)} saved", name.Trim());
    }

    /// <summary>Gives a view another name without a fault.</summary>
    public async Task RenameAsync(SavedViewKind kind, SavedView view, string name)
    {
        bool older = IsOlder(kind, view.Key);
        await WriteAsync(view with { Key = older ? NewKey(kind) : view.Key, Name = name.Trim() });

        // Last: were this interrupted, there would be two rather than none.
        if (older)
        {
            await settings.WriteAsync(await user.IdAsync(), view.Key, null, CancellationToken.None);
        }
    }

    /// <summary>Deletes a view and offers Undo.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="view">The view.</param>
    /// <param name="changed">Called after the deletion was taken back.</param>
    public async Task DeleteAsync(SavedViewKind kind, SavedView view, Func<Task> changed)
    {
        await settings.WriteAsync(await user.IdAsync(), view.Key, null, CancellationToken.None);
        toasts.Say($"{Capital(kind.Noun)} deleted", view.Name, async () =>
        {
            await WriteAsync(IsOlder(kind, view.Key) ? view with { Key = NewKey(kind) } : view);
            await changed();
        });
    }

    private static string NewKey(SavedViewKind kind) => kind.Prefix + Guid.NewGuid().ToString("N");

    private static bool IsOlder(SavedViewKind kind, string key) => kind.OlderPrefix is { } older && key.StartsWith(older, StringComparison.Ordinal);

    private static string Capital(string noun) => char.ToUpperInvariant(noun[0]) + noun[1..];

    private static SavedView? Read(SavedViewKind kind, string key, string value) =>
        key.StartsWith(kind.Prefix, StringComparison.Ordinal) ? ReadStored(key, value)
        : IsOlder(kind, key) ? new SavedView(key, key[kind.OlderPrefix!.Length..], value)
        : null;

    // What another version wrote and this one cannot read is left alone.
    private static SavedView? ReadStored(string key, string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Stored>(json, JsonSerializerOptions.Web) is { Name: { } name, View: { } query } ? new SavedView(key, name, query) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task WriteAsync(SavedView view) =>
        await settings.WriteAsync(await user.IdAsync(), view.Key, JsonSerializer.Serialize(new Stored(view.Name, view.Query), JsonSerializerOptions.Web), CancellationToken.None);

    private sealed record Stored(string? Name, string? View);
}
