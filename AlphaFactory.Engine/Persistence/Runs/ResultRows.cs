using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Persistence.Entities;
using AlphaFactory.Engine.Runs;
using Microsoft.EntityFrameworkCore;

namespace AlphaFactory.Engine.Persistence.Runs;

/// <summary>A result as rows: figures, trades and columns. Written and read inside the caller's transaction.</summary>
internal static class ResultRows
{
    public static void Add(AlphaFactoryContext context, string runId, BacktestResult result)
    {
        (string? riskWords, byte[]? riskEvents) = result.RiskEvents.Count == 0 ? (null, null) : RiskEventColumns.Encode(result.RiskEvents);
        context.Performance.Add(new PerformanceRow
        {
            RunId = runId,
            Spec = StoreJson.Write(result.Spec),
            Series = StoreJson.Write(result.Series),
            Fingerprint = result.Fingerprint,
            DataHash = result.DataHash,
            Engine = result.Engine,
            FirstRow = result.FirstRow,
            WarmUpBars = result.WarmUpBars,
            Verdict = StoreJson.Write(result.Verdict),
            Findings = StoreJson.Write(result.Findings),
            RiskWords = riskWords,
            RiskEvents = riskEvents,
            RiskEventCount = result.RiskEvents.Count,
            Bars = result.Times.Length,
            Times = ColumnCodec.Encode(result.Times),
            Equity = ColumnCodec.Encode(result.Equity),
            BenchmarkEquity = ColumnCodec.Encode(result.BenchmarkEquity),
            Position = ColumnCodec.Encode(result.Position),
        });
        context.RunMetrics.AddRange(MetricRows.Of(runId, result));
        context.Trades.AddRange(result.Trades.Select((trade, ordinal) => TradeRows.Of(runId, ordinal, trade)));
    }

    public static async Task RemoveAsync(AlphaFactoryContext context, string runId, CancellationToken cancellationToken)
    {
        await context.Performance.Where(row => row.RunId == runId).ExecuteDeleteAsync(cancellationToken);
        await context.RunMetrics.Where(row => row.RunId == runId).ExecuteDeleteAsync(cancellationToken);
        await context.Trades.Where(row => row.RunId == runId).ExecuteDeleteAsync(cancellationToken);
    }

    public static async Task<BacktestResult?> FindAsync(AlphaFactoryContext context, string runId, CancellationToken cancellationToken)
    {
        PerformanceRow? row = await context.Performance.AsNoTracking().SingleOrDefaultAsync(row => row.RunId == runId, cancellationToken);
        if (row is null)
        {
            return null;
        }

        List<RunMetricRow> metrics = await context.RunMetrics.AsNoTracking().Where(metric => metric.RunId == runId).OrderBy(metric => metric.Ordinal).ToListAsync(cancellationToken);
        List<TradeRow> trades = await context.Trades.AsNoTracking().Where(trade => trade.RunId == runId).OrderBy(trade => trade.Ordinal).ToListAsync(cancellationToken);
        List<RunMetricRow> own = [.. metrics.Where(metric => !metric.IsBenchmark)];
        return new BacktestResult
        {
            Spec = StoreJson.Read<RunSpec>(row.Spec),
            Series = StoreJson.Read<SeriesIdentity>(row.Series),
            Fingerprint = row.Fingerprint,
            DataHash = row.DataHash,
            Engine = row.Engine,
            FirstRow = row.FirstRow,
            WarmUpBars = row.WarmUpBars,
            Metrics = own.Where(MetricRows.IsFigure).ToDictionary(metric => metric.Name, metric => metric.Value),
            Reasons = own.Where(metric => metric.Reason is not null).ToDictionary(metric => metric.Name, metric => metric.Reason!),
            Intervals = own.Where(metric => metric.Low is not null).ToDictionary(metric => metric.Name, metric => new Interval(metric.Low!.Value, metric.High!.Value)),
            BenchmarkMetrics = metrics.Where(metric => metric.IsBenchmark).ToDictionary(metric => metric.Name, metric => metric.Value),
            Verdict = StoreJson.Read<Verdict>(row.Verdict),
            Findings = StoreJson.Read<List<Finding>>(row.Findings),
            Trades = [.. trades.Select(TradeRows.Trade)],
            RiskEvents = RiskEventColumns.Decode(row.RiskWords, row.RiskEvents, row.RiskEventCount),
            Times = ColumnCodec.DecodeLongs(row.Times, row.Bars),
            Equity = ColumnCodec.DecodeDoubles(row.Equity, row.Bars),
            BenchmarkEquity = ColumnCodec.DecodeDoubles(row.BenchmarkEquity, row.Bars),
            Position = ColumnCodec.DecodeDoubles(row.Position, row.Bars),
        };
    }
}
