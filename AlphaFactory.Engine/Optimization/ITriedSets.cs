namespace AlphaFactory.Engine.Optimization;

/// <summary>Is told which sets were evaluated, whatever becomes of their rows: also of those that a cancelled piece of work had done.</summary>
public interface ITriedSets
{
    /// <summary>Takes numbers of sets, some of them not for the first time; called from several threads at once.</summary>
    void Add(ReadOnlySpan<long> sets);
}
