namespace AlphaFactory.Engine.Trading.Desk;

/// <summary>
/// The end of an equity line. Points are numbered from 0 and never change; whoever holds a tail appends those points of later frames whose numbers it does not have, and fetches the
/// tail again when a number is missing in between.
/// </summary>
/// <param name="Deployment">The deployment.</param>
/// <param name="Points">The points that are kept, oldest first.</param>
public sealed record EquityTail(string Deployment, EquityPoints Points);

/// <summary>Points of an equity line, one after the other.</summary>
/// <param name="First">Number of the first.</param>
/// <param name="At">Their instants, by the clock of the market.</param>
/// <param name="Equity">Equity at each.</param>
public sealed record EquityPoints(long First, IReadOnlyList<DateTimeOffset> At, IReadOnlyList<double> Equity)
{
    /// <summary>No points.</summary>
    public static EquityPoints None { get; } = new(0, [], []);

    /// <summary>Number of the point that comes next.</summary>
    public long Next => First + At.Count;
}
