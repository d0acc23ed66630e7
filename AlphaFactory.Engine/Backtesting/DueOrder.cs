namespace AlphaFactory.Engine.Backtesting;

/// <summary>A decision that waits for its fill.</summary>
/// <param name="Wanted">Exposure in [-1, 1].</param>
/// <param name="Close">Close of the bar that decided.</param>
/// <param name="Atr">Average true range of that bar; NaN when no rule needs it.</param>
internal readonly record struct DueOrder(double Wanted, double Close, double Atr)
{
    /// <summary>Nothing waits.</summary>
    public static readonly DueOrder None = new(double.NaN, double.NaN, double.NaN);

    public bool IsDue => !double.IsNaN(Wanted);
}
