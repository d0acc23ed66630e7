using System.Globalization;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Trading;

namespace AlphaFactory.Engine.Trading.Evidence;

/// <summary>What orders cost on average, in all, by side and by hour, against what the model assumes.</summary>
/// <param name="All">Every order.</param>
/// <param name="BySide">Bought and sold apart.</param>
/// <param name="ByHour">By the hour of the first execution on the clocks of the exchange, in order.</param>
public sealed record ExecutionQuality(QualityGroup All, IReadOnlyList<QualityGroup> BySide, IReadOnlyList<QualityGroup> ByHour)
{
    /// <summary>Groups orders.</summary>
    public static ExecutionQuality Of(IReadOnlyCollection<OrderQuality> orders) => new(
        QualityGroup.Of("All orders", orders),
        [.. orders.GroupBy(order => order.Side).OrderByDescending(group => group.Key).Select(group => QualityGroup.Of(group.Key == OrderSide.Buy ? "Bought" : "Sold", [.. group]))],
        [.. orders.GroupBy(order => order.Hour).OrderBy(group => group.Key).Select(group => QualityGroup.Of(string.Create(CultureInfo.InvariantCulture, $"{group.Key:00}:00 to {(group.Key + 1) % 24:00}:00"), [.. group]))]);
}

/// <summary>A group of orders. Means weigh every order alike; fractions, above 0 what it cost.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Orders">Orders in it.</param>
/// <param name="Shortfall">Mean from decision to fill, commission counted.</param>
/// <param name="Delay">Mean from decision to arrival.</param>
/// <param name="Execution">Mean from arrival to fill.</param>
/// <param name="Commission">Mean commission.</param>
/// <param name="Assumed">Mean of what the model assumes from arrival to fill.</param>
public sealed record QualityGroup(string Name, int Orders, MeanMeasure Shortfall, MeanMeasure Delay, MeanMeasure Execution, MeanMeasure Commission, MeanMeasure Assumed)
{
    // A twentieth of a basis point: less is the rounding of prices, and reads as the same figure.
    private const double Rounding = 0.05e-4;

    /// <summary>True when the model assumes less than the 95 % interval of the execution by more than prices are rounded; false when it lies inside or above; null when there is no interval.</summary>
    public bool? IsWorseThanAssumed => Execution.Interval is { } interval && Assumed.Value.Value is { } assumed ? interval.Low > assumed + Rounding : null;

    /// <summary>The group of these orders.</summary>
    public static QualityGroup Of(string name, IReadOnlyCollection<OrderQuality> orders) => new(
        name, orders.Count, MeanMeasure.Of(orders.Select(order => order.Shortfall)), MeanMeasure.Of(orders.Select(order => order.Delay)), MeanMeasure.Of(orders.Select(order => order.Execution)),
        MeanMeasure.Of(orders.Select(order => (double?)order.Commission)), MeanMeasure.Of(orders.Select(order => order.Assumed)));
}

/// <summary>A mean with its 95 % interval after Student; what is not known is left out and not counted.</summary>
/// <param name="Count">Values it is made of.</param>
/// <param name="Value">The mean, or why there is none.</param>
/// <param name="Interval">The interval; null below two values.</param>
public sealed record MeanMeasure(int Count, Measure Value, (double Low, double High)? Interval)
{
    /// <summary>The mean of the values that are known.</summary>
    public static MeanMeasure Of(IEnumerable<double?> values)
    {
        double[] known = [.. values.OfType<double>()];
        if (known.Length == 0)
        {
            return new MeanMeasure(0, Measure.Undefined("no order has the prices for it"), null);
        }

        var moments = Moments.Of(known);
        double half = known.Length < 2 ? double.NaN : StudentDistribution.Quantile(0.975, known.Length - 1) * moments.SampleDeviation / Math.Sqrt(known.Length);
        return new MeanMeasure(known.Length, moments.Mean, double.IsNaN(half) ? null : (moments.Mean - half, moments.Mean + half));
    }
}
