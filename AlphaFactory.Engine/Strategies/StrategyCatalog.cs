using System.Collections.Concurrent;
using AlphaFactory.Core.Registration;
using AlphaFactory.Core.Rules;
using AlphaFactory.Core.Strategies;
using Microsoft.Extensions.Hosting;

namespace AlphaFactory.Engine.Strategies;

/// <summary>
/// The strategies in code and those in the store, in one place. What is stored is held in memory and read anew at start, after every change
/// made here, and when a page or a job asks: another node may have saved something. A version never changes, so what is held is never wrong,
/// only incomplete.
/// </summary>
public sealed class StrategyCatalog(StrategyRegistry registry, ISavedStrategies saved) : IStrategyCatalog, IHostedService
{
    private readonly ConcurrentDictionary<string, StrategyEntry> _read = new(StringComparer.Ordinal);
    private IReadOnlyList<SavedStrategy> _saved = [];

    /// <inheritdoc/>
    public IReadOnlyList<StrategyEntry> All =>
        [.. registry.All.Concat(_saved.Where(version => version.IsCurrent && registry.Find(version.Id) is null).Select(EntryOf).OfType<StrategyEntry>()).OrderBy(entry => entry.Id, StringComparer.Ordinal)];

    /// <summary>Every version of every saved strategy as last read, by id, newest first.</summary>
    public IReadOnlyList<SavedStrategy> Saved => _saved;

    /// <inheritdoc/>
    public StrategyEntry? Find(string id)
    {
        if (registry.Find(id) is { } registered)
        {
            return registered;
        }

        string bare = StrategyReference.IdOf(id);
        int? version = StrategyReference.VersionOf(id);
        return version is null && bare != id ? null
            : _saved.FirstOrDefault(known => known.Id == bare && (version is null ? known.IsCurrent : known.Version == version)) is { } found && registry.Find(bare) is null ? EntryOf(found)
            : null;
    }

    /// <inheritdoc/>
    public string Miss(string id)
    {
        string bare = StrategyReference.IdOf(id);
        int[] versions = [.. _saved.Where(known => known.Id == bare).Select(known => known.Version).Order()];
        if (versions.Length > 0)
        {
            return $"There is no version \"{id}\". {bare} has the versions {string.Join(", ", versions)}.";
        }

        string[] known = [.. All.Select(entry => entry.Id)];
        return $"There is no strategy \"{id}\".{Suggestion.Sentence(bare, known)} Known are {string.Join(", ", known)}.";
    }

    /// <summary>Reads the store again.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken) => _saved = await saved.ListAsync(cancellationToken);

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => RefreshAsync(cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // The name is part of the key: it may change while the version does not.
    private StrategyEntry? EntryOf(SavedStrategy version) =>
        RunRules.Read(version.Rules, out _) is { } rules
            ? _read.GetOrAdd($"{version.Id}@{version.Version} {version.Name}", _ => RuleStrategy.Entry(version.Id, version.Name, rules, version.Version, version.Note))
            : null;
}
