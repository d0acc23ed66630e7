using AlphaFactory.Core.Statistics;

namespace AlphaFactory.Engine.Reports.Tearsheets;

/// <summary>What a file of returns gave: the series, or why there is none.</summary>
public abstract record ReturnSeriesOutcome;

/// <summary>A column of daily returns.</summary>
/// <param name="Name">Its header.</param>
/// <param name="Benchmark">Header of the benchmark; null when none was asked for.</param>
/// <param name="Run">The returns, with dates when the file has them and with the benchmark.</param>
public sealed record ReturnSeries(string Name, string? Benchmark, Performance Run) : ReturnSeriesOutcome;

/// <summary>The file cannot be taken.</summary>
/// <param name="Errors">What is wrong, each with its line, value, rule and remedy; never empty.</param>
public sealed record ReturnSeriesRefused(IReadOnlyList<string> Errors) : ReturnSeriesOutcome;
