namespace AlphaFactory.Core.Statistics;

/// <summary>Reasons that many statistics share; null when there is none.</summary>
internal static class Undefined
{
    public static Measure? WithoutDays(Performance run) => run.Days == 0 ? Measure.Undefined("there is no day") : null;

    public static Measure? WithoutSpread(Performance run) =>
        run.Days < 2 ? Measure.Undefined("fewer than 2 days")
        : run.Moments.IsConstant ? Measure.Undefined("daily returns do not vary")
        : null;
}
