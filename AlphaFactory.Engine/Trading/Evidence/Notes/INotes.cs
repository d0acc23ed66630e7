namespace AlphaFactory.Engine.Trading.Evidence.Notes;

/// <summary>The notes people write. A change keeps what stood there before, and a note that is deleted can be brought back.</summary>
public interface INotes
{
    /// <summary>Writes a note.</summary>
    /// <returns>The note, or what is wrong with it in words.</returns>
    Task<(TradingNote? Note, string? Fault)> AddAsync(NewNote note, string by, CancellationToken cancellationToken);

    /// <summary>Changes text and tags of a note.</summary>
    /// <param name="id">The note.</param>
    /// <param name="version">The version the writer saw.</param>
    /// <param name="text">The new text.</param>
    /// <param name="tags">The new tags.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="cancellationToken">Changes nothing.</param>
    /// <returns>The note as it is now, or why it was not changed: somebody was faster, or it is gone.</returns>
    Task<(TradingNote? Note, string? Fault)> ChangeAsync(string id, int version, string text, IReadOnlyList<string> tags, string by, CancellationToken cancellationToken);

    /// <summary>Deletes a note; <see cref="RestoreAsync"/> undoes it.</summary>
    Task DeleteAsync(string id, string by, CancellationToken cancellationToken);

    /// <summary>Brings a deleted note back.</summary>
    Task RestoreAsync(string id, string by, CancellationToken cancellationToken);

    /// <summary>One note, deleted ones too; null when there is none of that id.</summary>
    Task<TradingNote?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Every version of a note, oldest first.</summary>
    Task<IReadOnlyList<NoteVersion>> HistoryAsync(string id, CancellationToken cancellationToken);

    /// <summary>The notes that stand on a trading day, oldest first.</summary>
    Task<IReadOnlyList<TradingNote>> OfDayAsync(DateOnly day, CancellationToken cancellationToken);
}
