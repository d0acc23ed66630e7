using System.Globalization;
using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Persistence.Entities;
using AlphaFactory.Engine.Trading.Evidence.Notes;
using AlphaFactory.Engine.Trading.Journal;
using Microsoft.EntityFrameworkCore;

namespace AlphaFactory.Engine.Persistence.Trading;

/// <summary>
/// The journal as one list over three tables, in the order of the markets' clocks: in a replay years pass in an hour, and an order belongs to its fills. The database joins,
/// sorts and counts.
/// </summary>
internal sealed class JournalReader(IDbContextFactory<AlphaFactoryContext> contexts) : ITradingJournal
{
    private const int FromDesk = 0, FromOrders = 1, FromNotes = 2;

    public async Task<JournalPage> ReadAsync(JournalQuery query, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        var places = Desk(context, query).Concat(Orders(context, query)).Concat(Notes(context, query));
        int total = await places.CountAsync(cancellationToken);
        var page = await places.OrderByDescending(place => place.At).ThenBy(place => place.Source).ThenByDescending(place => place.Number).Skip(query.Skip).Take(query.Take).ToListAsync(cancellationToken);
        long[] Numbers(int source) => [.. page.Where(place => place.Source == source).Select(place => place.Number)];
        long[] events = Numbers(FromDesk), orders = Numbers(FromOrders), notes = Numbers(FromNotes);
        var told = await context.Set<DeskEventRow>().AsNoTracking().Where(row => events.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        var placed = await context.OrderJournal.AsNoTracking().Where(row => orders.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        var written = await context.Notes.AsNoTracking().Where(row => notes.Contains(row.Number)).ToDictionaryAsync(row => row.Number, cancellationToken);
        return new JournalPage([.. page.Select(place => place.Source switch { FromDesk => Entry(told[place.Number]), FromOrders => Entry(placed[place.Number]), _ => Entry(written[place.Number]) })], total);
    }

    private static IQueryable<Place> Desk(AlphaFactoryContext context, JournalQuery query)
    {
        IQueryable<DeskEventRow> rows = context.Set<DeskEventRow>();
        rows = query.Deployment is { } deployment ? rows.Where(row => row.Deployment == deployment) : rows;
        if (query.Kind is { } kind)
        {
            string[] kinds = JournalKinds.Events(kind);
            rows = rows.Where(row => kinds.Contains(row.Kind));
        }

        if (query.Day is { } day)
        {
            var (from, to) = Bounds(day);
            rows = rows.Where(row => (row.MarketAt ?? row.At) >= from && (row.MarketAt ?? row.At) < to);
        }

        return Having(rows, query.Text).Select(row => new Place { Source = FromDesk, At = row.MarketAt ?? row.At, Number = row.Id });
    }

    private static IQueryable<Place> Orders(AlphaFactoryContext context, JournalQuery query)
    {
        IQueryable<OrderJournalRow> rows = context.OrderJournal.Where(row => row.Kind == JournalText.Intent);
        rows = query.Kind is null or JournalKind.Order ? rows : rows.Where(row => false);
        rows = query.Deployment is { } deployment ? rows.Where(row => row.Account.EndsWith(":" + deployment)) : rows;
        if (query.Day is { } day)
        {
            var (from, to) = Bounds(day);
            rows = rows.Where(row => row.At >= from && row.At < to);
        }

        return Having(rows, query.Text).Select(row => new Place { Source = FromOrders, At = row.At, Number = row.Id });
    }

    private static IQueryable<Place> Notes(AlphaFactoryContext context, JournalQuery query)
    {
        IQueryable<NoteRow> rows = context.Notes.Where(row => row.DeletedAt == null);
        rows = query.Kind is null or JournalKind.Note ? rows : rows.Where(row => false);
        rows = query.Deployment is { } deployment ? rows.Where(row => row.Deployment == deployment) : rows;
        rows = query.Day is { } day ? rows.Where(row => row.Day == day) : rows;
        return Having(rows, query.Text).Select(row => new Place { Source = FromNotes, At = row.StandsAt, Number = row.Number });
    }

#pragma warning disable CA1304, CA1311, CA1862 // Translated to SQL lower(); there is no culture there.
    private static IQueryable<DeskEventRow> Having(IQueryable<DeskEventRow> rows, string? text) => text?.ToLowerInvariant() is { } part ? rows.Where(row => row.Text.ToLower().Contains(part)) : rows;

    private static IQueryable<OrderJournalRow> Having(IQueryable<OrderJournalRow> rows, string? text) => text?.ToLowerInvariant() is { } part ? rows.Where(row => row.Body.ToLower().Contains(part)) : rows;

    private static IQueryable<NoteRow> Having(IQueryable<NoteRow> rows, string? text) =>
        text?.ToLowerInvariant() is { } part ? rows.Where(row => row.Text.ToLower().Contains(part) || row.Tags.ToLower().Contains(part)) : rows;
#pragma warning restore CA1304, CA1311, CA1862

    private static (DateTimeOffset From, DateTimeOffset To) Bounds(DateOnly day) =>
        (TradingCalendar.Nyse.At(day, TimeOnly.MinValue).ToUniversalTime(), TradingCalendar.Nyse.At(day.AddDays(1), TimeOnly.MinValue).ToUniversalTime());

    private static JournalEntry Entry(DeskEventRow row) => new(
        string.Create(CultureInfo.InvariantCulture, $"event-{row.Id}"), row.At, row.MarketAt, TradingCalendar.Nyse.DayAt(row.MarketAt ?? row.At), JournalKinds.Of(row.Kind), row.Severity, row.Deployment, row.Text, null);

    private static JournalEntry Entry(OrderJournalRow row)
    {
        var ticket = JournalText.Read(row.Id, row.Reference, row.Kind, row.Body, row.At).Ticket!;
        return new JournalEntry(string.Create(CultureInfo.InvariantCulture, $"order-{row.Id}"), row.At, row.At, TradingCalendar.Nyse.DayAt(row.At), JournalKind.Order, 0, row.Account[(row.Account.IndexOf(':', StringComparison.Ordinal) + 1)..], Words(ticket), null);
    }

    private static JournalEntry Entry(NoteRow row) => new($"note-{row.Id}", row.At, null, row.Day, JournalKind.Note, 0, row.Deployment, row.Text, NoteStore.Read(row));

    private static string Words(OrderTicket ticket)
    {
        string how = ticket.Kind switch
        {
            OrderKind.Market => "at the market",
            OrderKind.Limit => FormattableString.Invariant($"at {ticket.LimitPrice:0.####} or better"),
            OrderKind.Stop => FormattableString.Invariant($"when {ticket.StopPrice:0.####} is touched (stop)"),
            OrderKind.MarketIfTouched => FormattableString.Invariant($"when {ticket.StopPrice:0.####} is touched (target)"),
            _ => ticket.Kind.ToString(),
        };
        return FormattableString.Invariant($"Order to {(ticket.Side == OrderSide.Buy ? "buy" : "sell")} {ticket.Quantity:0.####} {ticket.Symbol} {how}: {ticket.Reason.Replace('-', ' ')}.");
    }

    /// <summary>Where an entry lies, and what they are sorted by.</summary>
    private sealed class Place
    {
        public int Source { get; init; }
        public DateTimeOffset At { get; init; }
        public long Number { get; init; }
    }
}
