using AlphaFactory.Engine.Trading;
using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Desk;

namespace AlphaFactory.Web.Features.Live;

/// <summary>What the page shows of a frame: one deployment, or all of one mode together. Modes never mix.</summary>
public sealed class LiveView
{
    private LiveView(DeskFrame frame, TradingMode mode, IReadOnlyList<DeploymentFrame> shown, DeploymentFrame? one) =>
        (Frame, Mode, Shown, One) = (frame, mode, shown, one);

    /// <summary>The frame.</summary>
    public DeskFrame Frame { get; }

    /// <summary>The mode shown: the most dangerous one that has a deployment.</summary>
    public TradingMode Mode { get; }

    /// <summary>The deployments whose figures are on the page.</summary>
    public IReadOnlyList<DeploymentFrame> Shown { get; }

    /// <summary>The one deployment shown; null when there are several.</summary>
    public DeploymentFrame? One { get; }

    /// <summary>The one whose curve is drawn.</summary>
    public DeploymentFrame Charted => One ?? Shown.FirstOrDefault(one => one.IsRunning) ?? Shown[0];

    /// <summary>Cash and positions of all shown; null while one is not known.</summary>
    public decimal? Equity => Sum(one => one.Equity);

    /// <summary>Cash of all shown.</summary>
    public decimal? Cash => Sum(one => one.Cash);

    /// <summary>Money given to all shown.</summary>
    public decimal Capital => Shown.Sum(one => one.Capital);

    /// <summary>Made on the day.</summary>
    public decimal? DayPnl => Sum(one => one.DayPnl);

    /// <summary>The part of it that is money already.</summary>
    public decimal? DayRealised => Sum(one => one.DayRealised);

    /// <summary>The part of it that moves with the price.</summary>
    public decimal? DayUnrealised => Sum(one => one.DayUnrealised);

    /// <summary>The day's part of equity before it.</summary>
    public double? DayReturn => DayPnl is { } made && Equity is { } equity && equity - made > 0 ? (double)(made / (equity - made)) : null;

    /// <summary>Value of all positions, long and short added up, of equity.</summary>
    public double? Gross => Positions.Any(position => position.Held.Value is null) || Equity is not > 0 ? null : (double)(Positions.Sum(position => Math.Abs(position.Held.Value!.Value)) / Equity.Value);

    /// <summary>Every position with its deployment.</summary>
    public IEnumerable<(DeploymentFrame By, PositionFrame Held)> Positions => Shown.SelectMany(one => one.Positions.Select(held => (one, held)));

    /// <summary>Every order that is not over, with its deployment, newest first.</summary>
    public IEnumerable<(DeploymentFrame By, OrderFrame Order)> Orders => Shown.SelectMany(one => one.Orders.Select(order => (one, order))).OrderByDescending(row => row.order.Decided);

    /// <summary>The last executions, newest first.</summary>
    public IEnumerable<(DeploymentFrame By, FillFrame Fill)> Fills => Shown.SelectMany(one => one.Fills.Select(fill => (one, fill))).OrderByDescending(row => row.fill.At);

    /// <summary>The last refusals, newest first.</summary>
    public IEnumerable<(DeploymentFrame By, RefusalFrame Refusal)> Refusals => Shown.SelectMany(one => one.Refusals.Select(refusal => (one, refusal))).OrderByDescending(row => row.refusal.At);

    /// <summary>Those that failed before their first price: what they hold and what waits for them is not known, which is not nothing.</summary>
    public IReadOnlyList<DeploymentFrame> Blind => [.. Shown.Where(one => one is { Fault: not null, Equity: null })];

    /// <summary>Number of orders that wait.</summary>
    public int Working => Shown.Sum(one => one.Orders.Count);

    /// <summary>When the oldest of the figures was heard; null while nothing is expected.</summary>
    public DeploymentFrame? Oldest => Shown.Where(one => one is { Heard: not null, Period: not null }).MinBy(one => one.Heard);

    /// <summary>How each limit is used, the worst of the deployments shown for each rule, that which binds first at the top.</summary>
    public IEnumerable<(DeploymentFrame By, RiskBar Bar)> Risk => Shown
        .SelectMany(one => one.Risk.Select(bar => (By: one, Bar: bar)))
        .GroupBy(row => row.Bar.Rule)
        .Select(rule => rule.OrderByDescending(row => Share(row.Bar) ?? -1).First())
        .OrderByDescending(row => Share(row.Bar) ?? -1);

    /// <summary>Sorts a frame out; null when there is no deployment to show.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="wanted">Id of the deployment asked for; null or one that is gone shows all.</param>
    public static LiveView? Of(DeskFrame frame, string? wanted)
    {
        if (frame.Deployments.Count == 0)
        {
            return null;
        }

        var one = frame.Deployments.FirstOrDefault(deployment => deployment.Id == wanted);
        var mode = one?.Mode ?? frame.Deployments.Max(deployment => deployment.Mode);
        DeploymentFrame[] shown = one is not null ? [one] : [.. frame.Deployments.Where(deployment => deployment.Mode == mode)];
        return new LiveView(frame, mode, shown, one ?? (shown.Length == 1 ? shown[0] : null));
    }

    /// <summary>Used over limit; null when it is not known.</summary>
    public static double? Share(RiskBar bar) => bar.Used is { } used && bar.Limit > 0 ? Math.Max(0, used / bar.Limit) : null;

    private decimal? Sum(Func<DeploymentFrame, decimal?> read)
    {
        // A draft has no account yet; what runs and is not known makes the sum unknown.
        var known = Shown.Where(one => one.State != DeploymentState.Draft).Select(read).ToList();
        return known.Count == 0 || known.Contains(null) ? null : known.Sum();
    }
}
