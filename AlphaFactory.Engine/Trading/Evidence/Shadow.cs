using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Strategies;
using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Journal;

namespace AlphaFactory.Engine.Trading.Evidence;

/// <summary>Gathers what a comparison needs, and keeps what came of it.</summary>
internal sealed class Shadow(IDeployments deployments, IEvidenceStore store, ISeriesReader series, IOrderJournals journals, StrategyCatalog strategies, TimeProvider clock) : IShadow
{
    private readonly ShadowBacktest _backtest = new(strategies);

    public async Task<ShadowAnswer> JudgeAsync(string deployment, CancellationToken cancellationToken) => await deployments.FindAsync(deployment, cancellationToken) is { } found
        ? await JudgeAsync(found, cancellationToken)
        : new ShadowAnswer.Nothing($"There is no deployment \"{deployment}\".");

    public async Task<int> JudgeDueAsync(CancellationToken cancellationToken)
    {
        int judged = 0;
        var last = await store.LastDaysAsync(cancellationToken);
        foreach (var (id, time) in await store.LastSeenAsync(cancellationToken))
        {
            if (await deployments.FindAsync(id, cancellationToken) is { } deployment && IsDue(deployment, time, last.TryGetValue(id, out var day) ? day : null)
                && await JudgeAsync(deployment, cancellationToken) is ShadowAnswer.Judged answer)
            {
                judged += answer.NewDays;
            }
        }

        return judged;
    }

    /// <summary>True when the bars that were seen reach beyond the last judged day to the close of another, or further.</summary>
    private static bool IsDue(Deployment deployment, long lastSeen, DateOnly? judged)
    {
        var interval = deployment.Spec.Interval;
        var calendar = TradingCalendar.Nyse;
        var start = DateTimeOffset.FromUnixTimeMilliseconds(lastSeen);
        var day = interval.IsDaily ? DateOnly.FromDateTime(start.UtcDateTime) : calendar.DayAt(start);
        bool isOver = deployment.State == DeploymentState.Stopped || calendar.ClosingOf(interval, lastSeen) >= calendar.SessionHours(day).Close;
        // A day that has begun means that the one before it is over; whether there is one is for the comparison to say.
        return judged is not { } known || (isOver ? day > known : calendar.SessionsBetween(known.AddDays(1), day.AddDays(-1)).Any());
    }

    private async Task<ShadowAnswer> JudgeAsync(Deployment deployment, CancellationToken cancellationToken)
    {
        var seen = await store.BarsAsync(deployment.Id, cancellationToken);
        if (seen.Count == 0)
        {
            return new ShadowAnswer.Nothing($"{deployment.Name} has not seen a bar yet, so there is nothing to run a backtest over. Start it, and come back when its first bar has closed.");
        }

        await strategies.RefreshAsync(cancellationToken);
        string symbol = deployment.Symbols[0];
        var identity = new SeriesIdentity(symbol, deployment.Spec.Interval, deployment.Spec.Source ?? "", deployment.Spec.Adjustment, false);
        var stored = await series.ReadAsync(new SeriesRequest(symbol, deployment.Spec.Interval, deployment.Spec.Source, deployment.Spec.Adjustment), cancellationToken) is SeriesFound { Bars: var bars } ? bars.Between(TradingCalendar.FirstDay, null) : new BarSeries(identity, [], [], [], [], [], []);
        var lines = await journals.Of(deployment.Account).ReadAsync(cancellationToken);
        var answers = await store.AnswersAsync(deployment.Id, cancellationToken);
        var outcome = _backtest.Compare(deployment, symbol, stored, [.. seen.Where(bar => bar.Symbol == symbol)], lines, answers, cancellationToken);
        DateOnly? after = (await store.LastDaysAsync(cancellationToken)).TryGetValue(deployment.Id, out var day) ? day : null;
        var days = ShadowDays.Of(deployment, outcome, after, clock.GetUtcNow(), deployment.State == DeploymentState.Stopped);
        return new ShadowAnswer.Judged(outcome, await store.KeepAsync(days, cancellationToken));
    }
}
