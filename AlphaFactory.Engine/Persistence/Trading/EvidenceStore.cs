using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Persistence.Entities;
using AlphaFactory.Engine.Trading.Evidence;
using Microsoft.EntityFrameworkCore;

namespace AlphaFactory.Engine.Persistence.Trading;

/// <summary>The evidence on deployments in the database. Inserts pass over what is there already, by statements that both databases understand.</summary>
internal sealed class EvidenceStore(IDbContextFactory<AlphaFactoryContext> contexts) : IEvidenceStore
{
    public async Task AddAsync(IReadOnlyCollection<SeenBar> bars, IReadOnlyCollection<GateRecord> answers, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        foreach (var bar in bars)
        {
            await context.Database.ExecuteSqlAsync($"INSERT INTO seen_bars (deployment, symbol, time, open, high, low, close, volume) VALUES ({bar.Deployment}, {bar.Symbol}, {bar.Time}, {bar.Open}, {bar.High}, {bar.Low}, {bar.Close}, {bar.Volume}) ON CONFLICT DO NOTHING", cancellationToken);
        }

        foreach (var one in answers)
        {
            object decided = context.Stored(one.Decided.ToUniversalTime());
            await context.Database.ExecuteSqlAsync($"INSERT INTO gate_records (deployment, reference, symbol, side, decided, asked, allowed, code, rule, value, bound, words) VALUES ({one.Deployment}, {one.Reference}, {one.Symbol}, {(int)one.Side}, {decided}, {one.Asked}, {one.Allowed}, {one.Code}, {one.By}, {one.Value}, {one.Limit}, {one.Words}) ON CONFLICT DO NOTHING", cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<SeenBar>> BarsAsync(string deployment, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.SeenBars.AsNoTracking().Where(row => row.Deployment == deployment).OrderBy(row => row.Time).ThenBy(row => row.Symbol)
            .Select(row => new SeenBar(row.Deployment, row.Symbol, row.Time, row.Open, row.High, row.Low, row.Close, row.Volume)).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<GateRecord>> AnswersAsync(string deployment, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return [.. (await context.GateRecords.AsNoTracking().Where(row => row.Deployment == deployment).OrderBy(row => row.Decided).ThenBy(row => row.Reference).ToListAsync(cancellationToken)).Select(Read)];
    }

    public async Task<IReadOnlyDictionary<string, long>> LastSeenAsync(CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.SeenBars.GroupBy(row => row.Deployment).Select(group => new { group.Key, Last = group.Max(row => row.Time) }).ToDictionaryAsync(one => one.Key, one => one.Last, cancellationToken);
    }

    public async Task<int> KeepAsync(IReadOnlyCollection<ShadowDay> days, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        int added = 0;
        foreach (var day in days)
        {
            object judged = context.Stored(day.JudgedAt.ToUniversalTime());
            added += await context.Database.ExecuteSqlAsync($"INSERT INTO shadow_days (deployment, day, judged_at, body) VALUES ({day.Deployment}, {day.Day}, {judged}, {EvidenceJson.Write(day)}) ON CONFLICT DO NOTHING", cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return added;
    }

    public async Task<IReadOnlyList<ShadowDay>> DaysAsync(string deployment, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        var bodies = await context.ShadowDays.Where(row => row.Deployment == deployment).OrderBy(row => row.Day).Select(row => row.Body).ToListAsync(cancellationToken);
        return [.. bodies.Select(EvidenceJson.Read<ShadowDay>)];
    }

    public async Task<IReadOnlyList<ShadowDay>> DaysAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        var bodies = await context.ShadowDays.Where(row => row.Day >= from && row.Day <= to).OrderBy(row => row.Day).ThenBy(row => row.Deployment).Select(row => row.Body).ToListAsync(cancellationToken);
        return [.. bodies.Select(EvidenceJson.Read<ShadowDay>)];
    }

    public async Task<IReadOnlyList<DateOnly>> NewestDaysAsync(int most, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.ShadowDays.Select(row => row.Day).Distinct().OrderByDescending(day => day).Take(most).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyDictionary<string, DateOnly>> LastDaysAsync(CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.ShadowDays.GroupBy(row => row.Deployment).Select(group => new { group.Key, Last = group.Max(row => row.Day) }).ToDictionaryAsync(one => one.Key, one => one.Last, cancellationToken);
    }

    private static GateRecord Read(GateRecordRow row) => new()
    {
        Deployment = row.Deployment,
        Reference = row.Reference,
        Symbol = row.Symbol,
        Side = (OrderSide)row.Side,
        Decided = row.Decided,
        Asked = row.Asked,
        Allowed = row.Allowed,
        Code = row.Code,
        By = row.Rule,
        Value = row.Value,
        Limit = row.Bound,
        Words = row.Words,
    };
}
