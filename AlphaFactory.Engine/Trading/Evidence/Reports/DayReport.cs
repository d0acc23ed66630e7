using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Trading.Evidence.Notes;

namespace AlphaFactory.Engine.Trading.Evidence.Reports;

/// <summary>What a day or a week of trading came to, over all deployments.</summary>
public sealed record DayReport
{
    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day; the first again for a report of one day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>One part a deployment, by name; only those of which a day in it was judged.</summary>
    public required IReadOnlyList<DeploymentReport> Deployments { get; init; }

    /// <summary>What people wrote on these days.</summary>
    public required IReadOnlyList<TradingNote> Notes { get; init; }

    /// <summary>True for one day.</summary>
    public bool IsDay => From == To;

    /// <summary>Money made, all deployments together.</summary>
    public double ProfitAndLoss => Deployments.Sum(part => part.ProfitAndLoss);

    /// <summary>Trades that ended.</summary>
    public int Trades => Deployments.Sum(part => part.Trades.Count);

    /// <summary>Orders that were refused or cut.</summary>
    public int Blocked => Deployments.Sum(part => part.Blocked.Count);

    /// <summary>How well all of them kept to their backtests.</summary>
    public Tracking Tracking => Tracking.Of(Deployments.SelectMany(part => part.Rows));

    /// <summary>What the orders of all of them cost.</summary>
    public ExecutionQuality Quality => ExecutionQuality.Of([.. Deployments.SelectMany(part => part.Orders)]);
}

/// <summary>One deployment in a report.</summary>
public sealed record DeploymentReport
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>Which kind of money.</summary>
    public required TradingMode Mode { get; init; }

    /// <summary>Symbols traded.</summary>
    public required IReadOnlyList<string> Symbols { get; init; }

    /// <summary>The judged days, oldest first, one at least.</summary>
    public required IReadOnlyList<ShadowDay> Days { get; init; }

    /// <summary>Orders that the gate refused or cut on these days.</summary>
    public required IReadOnlyList<GateRecord> Blocked { get; init; }

    /// <summary>True when every day was a replay of bars that were known before the deployment was made.</summary>
    public bool IsExercise => Days.All(day => !day.IsForward);

    /// <summary>Equity at the start.</summary>
    public double EquityBefore => Days[0].EquityBefore;

    /// <summary>Equity at the end.</summary>
    public double Equity => Days[^1].Equity;

    /// <summary>Money made.</summary>
    public double ProfitAndLoss => Equity - EquityBefore;

    /// <summary>Money made over the equity at the start.</summary>
    public Measure Return => EquityBefore > 0 ? ProfitAndLoss / EquityBefore : Measure.Undefined("there was no money at the start");

    /// <summary>Money made by the backtest over the same bars, up to the last day, less what the deployment made up to then.</summary>
    public double BehindShadow => Days[^1].ShadowEquity - Equity;

    /// <summary>Trades that ended.</summary>
    public IReadOnlyList<TradeFacts> Trades => [.. Rows.Select(row => row.Live).OfType<TradeFacts>().Where(trade => !trade.IsOpen)];

    /// <summary>Trades beside those of the backtest.</summary>
    public IReadOnlyList<TradeMatch> Rows => [.. Days.SelectMany(day => day.Rows)];

    /// <summary>What each order cost.</summary>
    public IReadOnlyList<OrderQuality> Orders => [.. Days.SelectMany(day => day.Orders)];
}
