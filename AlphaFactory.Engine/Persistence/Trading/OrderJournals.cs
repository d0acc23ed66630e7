using AlphaFactory.Engine.Trading.Journal;

namespace AlphaFactory.Engine.Persistence.Trading;

/// <summary>Opens journals on connections of their own: a write to the journal waits for the disk, which the other tables need not.</summary>
internal sealed class OrderJournals(DatabaseLocation location) : IOrderJournals
{
    private readonly TradingSql _sql = new(location);

    public IOrderJournal Of(string account) => new OrderJournal(_sql, account, null);

    public IOrderJournal Of(string account, long token) => new OrderJournal(_sql, account, token);
}
