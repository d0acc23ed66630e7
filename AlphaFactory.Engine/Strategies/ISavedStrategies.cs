namespace AlphaFactory.Engine.Strategies;

/// <summary>Strategies made of rules, with all their versions. Deleting hides a strategy and can be undone; runs of it stay as they are.</summary>
public interface ISavedStrategies
{
    /// <summary>Every version of every strategy that is not deleted, by id, newest first.</summary>
    Task<IReadOnlyList<SavedStrategy>> ListAsync(CancellationToken cancellationToken);

    /// <summary>The versions of one strategy, newest first; empty when there is none or it is deleted.</summary>
    Task<IReadOnlyList<SavedStrategy>> HistoryAsync(string id, CancellationToken cancellationToken);

    /// <summary>Saves a new strategy, or a new version of one.</summary>
    Task<SaveOutcome> SaveAsync(SaveRequest request, string by, CancellationToken cancellationToken);

    /// <summary>Gives a strategy another name; its id and versions stay.</summary>
    /// <returns>The fault, or null when it was done.</returns>
    Task<string?> RenameAsync(string id, string name, string by, CancellationToken cancellationToken);

    /// <summary>Hides a strategy.</summary>
    Task DeleteAsync(string id, string by, CancellationToken cancellationToken);

    /// <summary>Brings a deleted strategy back.</summary>
    Task UndeleteAsync(string id, string by, CancellationToken cancellationToken);
}

/// <summary>What is to be saved.</summary>
/// <param name="Id">The strategy that gets a new version; null makes a new strategy.</param>
/// <param name="BaseVersion">Version that was changed: when another is current by now, nothing is overwritten. Null with a new strategy.</param>
/// <param name="Name">Name of a new strategy; passed over for a new version.</param>
/// <param name="Rules">The rules as text.</param>
/// <param name="Note">When it fails, in words; may be empty.</param>
public sealed record SaveRequest(string? Id, int? BaseVersion, string Name, string Rules, string Note = "")
{
    /// <summary>Most characters of a note.</summary>
    public const int LongestNote = 500;
}

/// <summary>What came of saving.</summary>
public abstract record SaveOutcome
{
    private protected SaveOutcome()
    {
    }
}

/// <summary>A version is stored.</summary>
/// <param name="Strategy">The version.</param>
/// <param name="IsNew">False when it was there already with the same rules and note.</param>
public sealed record StrategySaved(SavedStrategy Strategy, bool IsNew) : SaveOutcome;

/// <summary>Nothing was stored.</summary>
/// <param name="Faults">Every fault, in words.</param>
public sealed record SaveRefused(IReadOnlyList<string> Faults) : SaveOutcome;

/// <summary>Nothing was stored, because somebody saved another version in the meantime.</summary>
/// <param name="Current">The version that is current now.</param>
public sealed record SaveOvertaken(SavedStrategy Current) : SaveOutcome
{
    /// <summary>What to say.</summary>
    public string Message => $"{Current.CreatedBy} saved version {Current.Version} of {Current.Name} in the meantime. Your rules are still here: open version {Current.Version} to see the difference, or save yours under another name.";
}
