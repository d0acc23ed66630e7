using AlphaFactory.Engine.MarketData.Earnings;
using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace AlphaFactory.Engine.Persistence.Bars;

/// <summary>Table <c>earnings_calendar</c>, one short-lived context per call.</summary>
internal sealed class EarningsCalendar(IDbContextFactory<AlphaFactoryContext> contexts, TimeProvider clock) : IEarningsCalendar
{
    public async Task<IReadOnlyList<DateOnly>> DaysAsync(string symbol, CancellationToken cancellationToken)
    {
        string ticker = symbol.ToUpperInvariant();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<EarningsRow>().Where(row => row.Symbol!.Ticker == ticker).Select(row => row.Date).Distinct().OrderBy(day => day).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyDictionary<string, DateOnly>> LastDaysAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<EarningsRow>().GroupBy(row => row.Symbol!.Ticker).Select(symbol => new { symbol.Key, Last = symbol.Max(row => row.Date) }).ToDictionaryAsync(symbol => symbol.Key, symbol => symbol.Last, cancellationToken);
    }

    public async Task<int> WriteAsync(IReadOnlyList<EarningsReport> reports, string source, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        int replaced = 0;

        // In the order of the symbols, so that two imports at once wait for each other and not for ever.
        foreach (var symbol in reports.GroupBy(report => report.Symbol).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            // Writing to the row also locks it until the transaction ends.
            await context.Database.ExecuteSqlAsync($"INSERT INTO symbols (ticker) VALUES ({symbol.Key}) ON CONFLICT (ticker) DO UPDATE SET ticker = excluded.ticker", cancellationToken);
            int id = await context.Symbols.Where(row => row.Ticker == symbol.Key).Select(row => row.Id).SingleAsync(cancellationToken);
            DateOnly first = symbol.Min(report => report.Day), last = symbol.Max(report => report.Day);
            replaced += await context.Set<EarningsRow>().Where(row => row.SymbolId == id && row.Source == source && row.Date >= first && row.Date <= last).ExecuteDeleteAsync(cancellationToken);
            context.AddRange(symbol.Select(report => new EarningsRow { SymbolId = id, Date = report.Day, Source = source, Session = Text(report.Session), UpdatedAt = clock.Now() }));
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return replaced;
    }

    private static string? Text(EarningsSession? session) => session switch
    {
        EarningsSession.BeforeOpen => "before-open",
        EarningsSession.AfterClose => "after-close",
        _ => null,
    };
}
