using AlphaFactory.Core.Instruments;
using AlphaFactory.Engine.Trading.Desk;

namespace AlphaFactory.Web.Features.Live;

/// <summary>What <c>js/charts/live-chart.js</c> needs to know; with each frame come the points that are new.</summary>
public sealed record LiveChartOptions
{
    /// <summary>Where the curve is read once; another address is another curve.</summary>
    public required string Address { get; init; }

    /// <summary>New points: number, instant in milliseconds, value.</summary>
    public required IReadOnlyList<double[]> Points { get; init; }

    /// <summary>Executions: instant in milliseconds, 1 for bought and -1 for sold, id.</summary>
    public required IReadOnlyList<object[]> Fills { get; init; }

    /// <summary>Opening and close of the day drawn, in milliseconds; null draws point after point.</summary>
    public required double[]? Session { get; init; }

    /// <summary>The value that means nothing won and nothing lost.</summary>
    public required double? Floor { get; init; }

    /// <summary>True fills what lies between curve and floor.</summary>
    public required bool Filled { get; init; }

    /// <summary>The options of a frame.</summary>
    /// <param name="one">The deployment.</param>
    /// <param name="day">True for the day's profit and loss.</param>
    public static LiveChartOptions Of(DeploymentFrame one, bool day)
    {
        var today = day ? one.Day : null;
        double start = day && one is { Equity: { } equity, DayPnl: { } made } ? (double)(equity - made) : 0;
        SessionHours? hours = today is { } session && TradingCalendar.Nyse.IsSession(session) ? TradingCalendar.Nyse.SessionHours(session) : null;
        return new LiveChartOptions
        {
            Address = $"live/equity/{one.Id}?day={(today is null ? "" : today.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))}&start={start.ToString("R", System.Globalization.CultureInfo.InvariantCulture)}",
            Points = [.. one.NewEquity.At.Select((at, i) => new[] { one.NewEquity.First + i, at.ToUnixTimeMilliseconds(), one.NewEquity.Equity[i] - start }).Where(point => hours is null || point[1] >= hours.Value.Open.ToUnixTimeMilliseconds())],
            Fills = [.. one.Fills.Where(fill => hours is null || fill.At >= hours.Value.Open).Reverse().Select(fill => new object[] { fill.At.ToUnixTimeMilliseconds(), (int)fill.Side, fill.Id })],
            Session = hours is { } open ? [open.Open.ToUnixTimeMilliseconds(), open.Close.ToUnixTimeMilliseconds()] : null,
            Floor = day ? 0 : (double)one.Capital,
            Filled = day,
        };
    }

    /// <inheritdoc/>
    public bool Equals(LiveChartOptions? other) => other is not null && other.Address == Address && other.Points.Count == 0 && Points.Count == 0 && other.Fills.Count == Fills.Count;

    /// <inheritdoc/>
    public override int GetHashCode() => Address.GetHashCode(StringComparison.Ordinal);
}
