using System.Data.Common;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AlphaFactory.Engine.Persistence.Bars;

/// <summary>Bars in the database, one short-lived context per call.</summary>
internal sealed class BarStore(IDbContextFactory<AlphaFactoryContext> contexts, IBulkBars bulk, BarNews news, TimeProvider clock) : IBarStore
{
    public async Task<IReadOnlyList<SeriesCoverage>> ListAsync(CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<SeriesRow> rows = await Stored(context).OrderBy(row => row.Symbol!.Ticker).ThenBy(row => row.IntervalMinutes).ThenBy(row => row.Source).ToListAsync(cancellationToken);
        return [.. rows.Select(Coverage)];
    }

    public async Task<SeriesCoverage?> FindAsync(string symbol, BarInterval interval, string? source, CancellationToken cancellationToken)
    {
        string ticker = Ticker(symbol);
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        SeriesRow? row = await Stored(context)
            .Where(row => row.Symbol!.Ticker == ticker && row.IntervalMinutes == interval.Minutes && (source == null || row.Source == source))
            .OrderByDescending(row => row.LastTime).ThenByDescending(row => row.UpdatedAt)
            .FirstOrDefaultAsync(cancellationToken);
        return row is null ? null : Coverage(row);
    }

    public async Task<RawBars?> ReadAsync(SeriesKey key, DateOnly? from, DateOnly? to, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await Matching(context, key).Select(row => new { row.Id, row.Bars }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        await context.Database.OpenConnectionAsync(cancellationToken);
        await using DbCommand command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT {BarReader.Columns} FROM bars WHERE series_id = @series AND time >= @first AND time < @after ORDER BY time";
        Add(command, "@series", found.Id);
        Add(command, "@first", from is { } first ? Midnight(first) : long.MinValue);
        Add(command, "@after", to is { } last && last < DateOnly.MaxValue ? Midnight(last.AddDays(1)) : long.MaxValue);
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        return await BarReader.ReadAsync(reader, from is null && to is null ? (int)found.Bars : 256, cancellationToken);
    }

    public async Task<WriteOutcome> WriteAsync(NewSeries series, RawBars bars, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        SeriesRow row = await SeriesRegister.EnsureAsync(context, series with { Key = series.Key with { Symbol = Ticker(series.Key.Symbol) } }, clock.Now(), cancellationToken);
        long before = row.Bars;
        await bulk.WriteAsync(context, row.Id, before == 0, bars, progress, cancellationToken);
        await SeriesRegister.MeasureAsync(context, row, clock.Now(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        news.Tell();
        long inserted = row.Bars - before;
        return new WriteOutcome(inserted, bars.Count - inserted);
    }

    public async Task<bool> DeleteAsync(SeriesKey key, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        int? id = await Matching(context, key).Select(row => (int?)row.Id).SingleOrDefaultAsync(cancellationToken);

        // The series first: that waits for an import of it, whose bars then go as well.
        if (await context.Series.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken) == 0)
        {
            return false;
        }

        await context.Bars.Where(row => row.SeriesId == id).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        news.Tell();
        return true;
    }

    private static IQueryable<SeriesRow> Stored(AlphaFactoryContext context) => context.Series.AsNoTracking().Include(row => row.Symbol).Where(row => row.Bars > 0);

    private static IQueryable<SeriesRow> Matching(AlphaFactoryContext context, SeriesKey key)
    {
        string ticker = Ticker(key.Symbol);
        return context.Series.Where(row => row.Symbol!.Ticker == ticker && row.IntervalMinutes == key.Interval.Minutes && row.Source == key.Source);
    }

    /// <summary>What a row, read with its symbol, says of its series.</summary>
    internal static SeriesCoverage Coverage(SeriesRow row) => new(
        new SeriesKey(row.Symbol!.Ticker, new BarInterval(row.IntervalMinutes), row.Source), row.Symbol.Name, row.Symbol.Sector, row.IsSynthetic, row.Bars,
        DateTimeOffset.FromUnixTimeMilliseconds(row.FirstTime), DateTimeOffset.FromUnixTimeMilliseconds(row.LastTime), row.HasFactors, row.UpdatedAt)
    {
        DelistedOn = row.Symbol.DelistedOn,
    };

    private static string Ticker(string symbol) => symbol.ToUpperInvariant();

    private static long Midnight(DateOnly day) => new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private static void Add(DbCommand command, string name, object value)
    {
        DbParameter parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
