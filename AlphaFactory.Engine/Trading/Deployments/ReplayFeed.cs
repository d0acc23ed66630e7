namespace AlphaFactory.Engine.Trading.Deployments;

/// <summary>Which stored bars a simulated deployment is played, and how fast at first.</summary>
public sealed record ReplayFeed
{
    /// <summary>Bars played where no day is given; those before them are history, which the strategy sees and nobody trades.</summary>
    public const int UsualBars = 252;

    /// <summary>First trading day that is played; null plays the last <see cref="UsualBars"/> bars.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last trading day that is played; null plays to the end of what is stored.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Times the speed of the exchange, 1 to 1000; it can be changed while it plays.</summary>
    public double Speed { get; init; } = 60;
}
