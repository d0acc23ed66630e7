namespace AlphaFactory.Core.Strategies;

/// <summary>Targets with NaN, no opinion, in them: what was wanted last goes on.</summary>
public static class Opinions
{
    /// <summary>Gives each bar without an opinion the last one before it; bars before the first opinion stay NaN.</summary>
    /// <param name="target">One target a bar, oldest first.</param>
    public static void Hold(Span<double> target)
    {
        for (int i = 1; i < target.Length; i++)
        {
            target[i] = double.IsNaN(target[i]) ? target[i - 1] : target[i];
        }
    }

    /// <summary>Gives one bar the last opinion before it when it has none: where a column is cut, the part must begin with what was wanted then.</summary>
    /// <param name="target">One target a bar, oldest first.</param>
    /// <param name="start">First bar of the part.</param>
    public static void CarryTo(Span<double> target, int start)
    {
        for (int i = start; i > 0 && start < target.Length && double.IsNaN(target[start]); i--)
        {
            target[start] = target[i - 1];
        }
    }
}
