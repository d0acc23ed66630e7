namespace AlphaFactory.Engine.Runs;

/// <summary>What kind of work a run is.</summary>
public enum RunKind
{
    /// <summary>One strategy with one set of parameters.</summary>
    Backtest,

    /// <summary>Many sets of parameters on the same bars.</summary>
    Sweep,

    /// <summary>Parameters chosen on one stretch of bars and traded on the next, again and again.</summary>
    WalkForward,

    /// <summary>Parameters chosen on parts of the days and judged on the others, in every way there is to part them.</summary>
    CrossValidation,
}
