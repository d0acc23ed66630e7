using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Trading.Journal;

namespace AlphaFactory.Tests.Engine.Trading;

/// <summary>A journal that outlives the router of a test, and can be down.</summary>
internal sealed class MemoryJournal : IOrderJournal
{
    private readonly List<JournalLine> _lines = [];

    public bool IsDown { get; set; }

    public IReadOnlyList<JournalLine> Lines => _lines;

    public Task<bool> AddAsync(OrderTicket ticket, DateTimeOffset at, CancellationToken cancellationToken)
    {
        Check();
        if (_lines.Exists(line => line.Ticket is not null && line.Reference == ticket.Reference))
        {
            return Task.FromResult(false);
        }

        // Through the text, as the database has it.
        _lines.Add(JournalText.Read(_lines.Count + 1, ticket.Reference.Text, JournalText.Intent, JournalText.Write(ticket), at));
        return Task.FromResult(true);
    }

    public Task AppendAsync(OrderRef reference, OrderEvent happened, DateTimeOffset at, CancellationToken cancellationToken)
    {
        Check();
        var (kind, body) = JournalText.Write(happened);
        _lines.Add(JournalText.Read(_lines.Count + 1, reference.Text, kind, body, at));
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<JournalLine>> ReadAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<JournalLine>>([.. _lines]);

    private void Check()
    {
        if (IsDown)
        {
            throw new IOException("The disk is full.");
        }
    }
}
