namespace AlphaFactory.Engine.Optimization;

/// <summary>Where the rows of a sweep go: a file, a table. Called from one thread, in an order that does not depend on the number of threads.</summary>
public interface ISweepSink
{
    /// <summary>Takes rows; they are written over after the call.</summary>
    void Write(SweepSpace space, SweepRows rows);
}
