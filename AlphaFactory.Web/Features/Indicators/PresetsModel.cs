using System.Text.Json;
using AlphaFactory.Engine.Access;
using AlphaFactory.Web.Components.Access;
using AlphaFactory.Web.Components.Overlays;

namespace AlphaFactory.Web.Features.Indicators;

/// <summary>A person's saved views: stored, renamed and deleted with a way back.</summary>
public sealed class PresetsModel(IUserSettings settings, CurrentUser user, Toasts toasts)
{
    /// <summary>Longest name.</summary>
    public const int LongestName = 60;

    private const string Prefix = "indicators.preset.";

    /// <summary>All of them, by name.</summary>
    public IReadOnlyList<Preset> All { get; private set; } = [];

    /// <summary>Reads them.</summary>
    public async Task LoadAsync()
    {
        var stored = await settings.ReadAsync(await user.IdAsync(), CancellationToken.None);
        All = [.. stored.Where(pair => pair.Key.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(pair => Read(pair.Key[Prefix.Length..], pair.Value)).OfType<Preset>()
            .OrderBy(preset => preset.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    /// <summary>What is wrong with a name, or null.</summary>
    /// <param name="name">The name wanted.</param>
    /// <param name="renamed">The preset that is renamed; null for a new one.</param>
    public string? Fault(string name, Preset? renamed = null)
    {
        string trimmed = name.Trim();
        return trimmed.Length == 0 ? "Type a name."
            : trimmed.Length > LongestName ? $"The name has {trimmed.Length} letters but may have {LongestName}. Shorten it."
            : All.Any(preset => preset.Id != renamed?.Id && string.Equals(preset.Name, trimmed, StringComparison.OrdinalIgnoreCase)) ? $"There is a preset \"{trimmed}\" already. Take another name, or delete that one first."
            : null;
    }

    /// <summary>Stores a view under a name without a fault.</summary>
    public async Task SaveAsync(string name, string view)
    {
        await WriteAsync(new Preset(Guid.NewGuid().ToString("N"), name.Trim(), view));
        toasts.Say("Preset saved", $"{name.Trim()}. It can be put on any symbol.");
    }

    /// <summary>Gives a preset another name without a fault.</summary>
    public Task RenameAsync(Preset preset, string name) => WriteAsync(preset with { Name = name.Trim() });

    /// <summary>Deletes a preset and offers Undo.</summary>
    /// <param name="preset">The preset.</param>
    /// <param name="changed">Called after the deletion was taken back.</param>
    public async Task DeleteAsync(Preset preset, Func<Task> changed)
    {
        string id = await user.IdAsync();
        await settings.WriteAsync(id, Prefix + preset.Id, null, CancellationToken.None);
        toasts.Say("Preset deleted", preset.Name, async () =>
        {
            await WriteAsync(preset);
            await changed();
        });
        await LoadAsync();
    }

    private async Task WriteAsync(Preset preset)
    {
        await settings.WriteAsync(await user.IdAsync(), Prefix + preset.Id, JsonSerializer.Serialize(new Stored(preset.Name, preset.View), JsonSerializerOptions.Web), CancellationToken.None);
        await LoadAsync();
    }

    // What another version wrote and this one cannot read is left alone.
    private static Preset? Read(string id, string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Stored>(json, JsonSerializerOptions.Web) is { Name: { } name, View: { } view } ? new Preset(id, name, view) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Stored(string? Name, string? View);
}
