using AlphaFactory.Engine.Backtesting;

namespace AlphaFactory.Engine.Comparison;

/// <summary>One side of a comparison.</summary>
/// <param name="Id">Id of the run.</param>
/// <param name="Title">Its name, such as "SMA crossover 20/50".</param>
/// <param name="Result">What came of it.</param>
/// <param name="Tries">Runs ever made of its strategy: being the best of many flatters.</param>
public sealed record ComparedRun(string Id, string Title, BacktestResult Result, int Tries);
