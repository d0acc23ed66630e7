using AlphaFactory.Core.Trading;

namespace AlphaFactory.Engine.Trading.Journal;

/// <summary>
/// What must survive a crash: every order before it is sent, and everything that is known of it. Lines are added, never changed. A method returns only when what it wrote
/// would survive the end of the process and of the power.
/// </summary>
public interface IOrderJournal
{
    /// <summary>Writes down the intent to place an order.</summary>
    /// <returns>False when the reference is taken: the same decision was written before, and must not be placed again.</returns>
    Task<bool> AddAsync(OrderTicket ticket, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Writes down what happened to an order.</summary>
    Task AppendAsync(OrderRef reference, OrderEvent happened, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Everything written for the account, oldest first.</summary>
    Task<IReadOnlyList<JournalLine>> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>Opens the journal of an account.</summary>
public interface IOrderJournals
{
    /// <summary>The journal of an account; accounts never mix.</summary>
    /// <param name="account">Id of the account: mode and name, such as <c>simulated:main</c>.</param>
    IOrderJournal Of(string account);

    /// <summary>The same, written only while a lease is held: once another node has taken it over, a write throws <see cref="JournalFencedException"/>.</summary>
    /// <param name="account">Id of the account.</param>
    /// <param name="token">Token of the lease.</param>
    IOrderJournal Of(string account, long token);
}

/// <summary>One line of a journal.</summary>
/// <param name="Number">Rises from line to line.</param>
/// <param name="Reference">The order.</param>
/// <param name="At">When it was written.</param>
/// <param name="Ticket">The intent; null on the lines after it.</param>
/// <param name="Happened">What happened; null on the line of the intent.</param>
public sealed record JournalLine(long Number, OrderRef Reference, DateTimeOffset At, OrderTicket? Ticket, OrderEvent? Happened);
