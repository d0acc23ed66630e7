namespace AlphaFactory.Core.Statistics;

/// <summary>What statistics of winning against losing days share.</summary>
internal static class DayOutcomes
{
    public static Measure GainOverLoss(Performance run)
    {
        double gain = run.Returns.Where(value => value > 0).Sum(), loss = -LosingDays.Of(run).Sum();
        return loss > 0 ? gain / loss : Measure.Undefined("no losing day");
    }
}
