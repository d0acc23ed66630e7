using System.Security.Cryptography;
using AlphaFactory.Core.Instruments;
using AlphaFactory.Engine.Audit;
using AlphaFactory.Engine.Persistence.Entities;
using AlphaFactory.Engine.Persistence.Runs;
using AlphaFactory.Engine.Trading.Evidence.Notes;
using Microsoft.EntityFrameworkCore;

namespace AlphaFactory.Engine.Persistence.Trading;

/// <summary>Notes in the database. Each version is a row of its own, written together with the note.</summary>
internal sealed class NoteStore(IDbContextFactory<AlphaFactoryContext> contexts, IAuditLog audit, TimeProvider clock) : INotes
{
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";
    private const string Overtaken = "Somebody changed the note meanwhile. Look at what it says now, and change that.";
    private const string Gone = "The note is gone: somebody deleted it meanwhile. Its text is not lost; bring it back first.";
    private const int LengthOfId = 10;

    public async Task<(TradingNote? Note, string? Fault)> AddAsync(NewNote note, string by, CancellationToken cancellationToken)
    {
        if (note.Fault() is { } fault)
        {
            return (null, fault);
        }

        var now = clock.Now();
        var row = new NoteRow
        {
            Id = RandomNumberGenerator.GetString(Letters, LengthOfId),
            Deployment = note.Deployment,
            Day = note.Day,
            Trade = note.Trade,
            Text = note.Text.Trim(),
            Tags = StoreJson.Write(note.Tags),
            WrittenBy = by,
            At = now,
            StandsAt = TradingCalendar.Nyse.DayAt(now) == note.Day ? now : TradingCalendar.Nyse.At(note.Day.AddDays(1), TimeOnly.MinValue).AddMilliseconds(-1).ToUniversalTime(),
            Version = 1,
        };
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Notes.Add(row);
        context.NoteVersions.Add(new NoteVersionRow { NoteId = row.Id, Version = 1, Text = row.Text, Tags = row.Tags, WrittenBy = by, At = now });
        await context.SaveChangesAsync(cancellationToken);
        return (Read(row), null);
    }

    public async Task<(TradingNote? Note, string? Fault)> ChangeAsync(string id, int version, string text, IReadOnlyList<string> tags, string by, CancellationToken cancellationToken)
    {
        if (new NewNote(text, tags, null, default).Fault() is { } fault)
        {
            return (null, fault);
        }

        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        string kept = StoreJson.Write(tags), words = text.Trim();
        DateTimeOffset? now = clock.Now();
        // Of several writers that saw the same version, the database lets one through.
        bool isMine = await context.Notes.Where(row => row.Id == id && row.DeletedAt == null && row.Version == version)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Text, words).SetProperty(row => row.Tags, kept).SetProperty(row => row.ChangedAt, now).SetProperty(row => row.Version, version + 1), cancellationToken) == 1;
        if (!isMine)
        {
            return (null, await FindAsync(id, cancellationToken) is { DeletedAt: null } ? Overtaken : Gone);
        }

        context.NoteVersions.Add(new NoteVersionRow { NoteId = id, Version = version + 1, Text = words, Tags = kept, WrittenBy = by, At = now.Value });
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (await FindAsync(id, cancellationToken), null);
    }

    public Task DeleteAsync(string id, string by, CancellationToken cancellationToken) => SetDeletedAsync(id, clock.Now(), by, "note-deleted", cancellationToken);

    public Task RestoreAsync(string id, string by, CancellationToken cancellationToken) => SetDeletedAsync(id, null, by, "note-restored", cancellationToken);

    public async Task<TradingNote?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Notes.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is { } row ? Read(row) : null;
    }

    public async Task<IReadOnlyList<NoteVersion>> HistoryAsync(string id, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return [.. (await context.NoteVersions.AsNoTracking().Where(row => row.NoteId == id).OrderBy(row => row.Version).ToListAsync(cancellationToken))
            .Select(row => new NoteVersion(row.Version, row.Text, StoreJson.Read<List<string>>(row.Tags), row.WrittenBy, row.At))];
    }

    public async Task<IReadOnlyList<TradingNote>> OfDayAsync(DateOnly day, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return [.. (await context.Notes.AsNoTracking().Where(row => row.Day == day && row.DeletedAt == null).OrderBy(row => row.At).ToListAsync(cancellationToken)).Select(Read)];
    }

    internal static TradingNote Read(NoteRow row) => new()
    {
        Id = row.Id,
        Text = row.Text,
        Tags = StoreJson.Read<List<string>>(row.Tags),
        Deployment = row.Deployment,
        Day = row.Day,
        Trade = row.Trade,
        By = row.WrittenBy,
        At = row.At,
        Version = row.Version,
        ChangedAt = row.ChangedAt,
        DeletedAt = row.DeletedAt,
    };

    private async Task SetDeletedAsync(string id, DateTimeOffset? at, string by, string action, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Notes.Where(row => row.Id == id && row.DeletedAt == null != (at == null)).ExecuteUpdateAsync(set => set.SetProperty(row => row.DeletedAt, at), cancellationToken) > 0)
        {
            await audit.AppendAsync(by, action, id, null, CancellationToken.None);
        }
    }
}
