using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace AlphaFactory.Engine.Persistence.Bars;

/// <summary>The rows of <c>symbols</c> and <c>series</c> that stand for the bars. Runs inside the writer's transaction.</summary>
internal static class SeriesRegister
{
    /// <summary>Creates what is missing and locks the series until the transaction ends, so that two imports of it follow each other.</summary>
    public static async Task<SeriesRow> EnsureAsync(AlphaFactoryContext context, NewSeries series, DateTimeOffset now, CancellationToken cancellationToken)
    {
        (string ticker, int minutes, string source) = (series.Key.Symbol, series.Key.Interval.Minutes, series.Key.Source);
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO symbols (ticker, name, sector, delisted_on) VALUES ({ticker}, {series.Name}, {series.Sector}, {series.DelistedOn})
            ON CONFLICT (ticker) DO UPDATE SET name = COALESCE(excluded.name, symbols.name), sector = COALESCE(excluded.sector, symbols.sector), delisted_on = COALESCE(excluded.delisted_on, symbols.delisted_on)
            """,
            cancellationToken);
        int symbolId = await context.Symbols.Where(row => row.Ticker == ticker).Select(row => row.Id).SingleAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO series (symbol_id, interval_minutes, source, is_synthetic, bars, first_time, last_time, has_factors, updated_at)
            VALUES ({symbolId}, {minutes}, {source}, {series.IsSynthetic}, 0, 0, 0, {false}, {context.Stored(now)})
            ON CONFLICT (symbol_id, interval_minutes, source) DO UPDATE SET is_synthetic = excluded.is_synthetic
            """,
            cancellationToken);
        return await context.Series.SingleAsync(row => row.SymbolId == symbolId && row.IntervalMinutes == minutes && row.Source == source, cancellationToken);
    }

    /// <summary>Counts what is stored now, rather than trusting a sum of what was written.</summary>
    public static async Task MeasureAsync(AlphaFactoryContext context, SeriesRow row, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = await context.Bars.Where(bar => bar.SeriesId == row.Id).GroupBy(bar => bar.SeriesId).Select(group => new
        {
            Bars = group.LongCount(),
            First = group.Min(bar => bar.Time),
            Last = group.Max(bar => bar.Time),
            Factors = group.Max(bar => bar.SplitFactor != 1 || bar.TotalReturnFactor != 1 ? 1 : 0),
        }).SingleOrDefaultAsync(cancellationToken);
        (row.Bars, row.FirstTime, row.LastTime, row.HasFactors) = found is null ? (0, 0, 0, false) : (found.Bars, found.First, found.Last, found.Factors == 1);
        row.UpdatedAt = now;
        await context.SaveChangesAsync(cancellationToken);
    }
}
