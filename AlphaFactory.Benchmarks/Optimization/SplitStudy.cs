using System.Globalization;
using System.Text;
using AlphaFactory.Benchmarks.Risk;
using AlphaFactory.Core.Exits;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Statistics.Overfitting;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.Search;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Benchmarks.Optimization;

/// <summary>Parameters chosen on the first 70 % of the days and judged on the rest, symbol by symbol.</summary>
internal sealed class SplitStudy
{
    private const int Seed = 20_261_128;

    // Columns of the overfitting test: enough for a rank, few enough that the event engine runs them all.
    private const int MostColumns = 120;
    private const int Blocks = 16;

    private static readonly Sweeper s_sweeper = new(StrategyRegistry.Shipped(), StatisticRegistry.Shipped(), SearchMethodRegistry.Shipped(), TimeProvider.System);

    private readonly StudySweep _sweep;
    private readonly StudyPeriod _period;
    private readonly List<SymbolChoice> _symbols = [];

    public SplitStudy(StudySweep sweep, StudyPeriod period, IReadOnlyList<BarSeries> universe)
    {
        (_sweep, _period) = (sweep, period);
        _symbols.AddRange(universe.Select(Choose));
        double capital = new RunSpec { Strategy = sweep.Strategy, Symbol = "" }.InitialCapital;
        Basket Of(string name, Func<SymbolChoice, Performance> run) => new(name, capital, [.. _symbols.Select(symbol => run(symbol).Equity.ToArray())]);
        Ways = [Of("single best of training", symbol => symbol.Best), Of("plateau of training", symbol => symbol.Plateau), Of("default, never optimised", symbol => symbol.Default), Of("buy and hold", symbol => symbol.Hold)];
    }

    /// <summary>Best, plateau, default, buy and hold, each out of sample.</summary>
    public IReadOnlyList<Basket> Ways { get; }

    /// <summary>The tables and the sentences below them.</summary>
    public void Write(StringBuilder text)
    {
        var culture = CultureInfo.InvariantCulture;
        text.Append(culture, $"### Chosen on {_period.From:yyyy-MM-dd} to {_period.TrainTo:yyyy-MM-dd}, judged on {_period.TestFrom:yyyy-MM-dd} to {_period.To:yyyy-MM-dd}\n\n");
        text.Append(culture, $"{_symbols[0].Trials:N0} sets a symbol ({string.Join(", ", _sweep.Axes)}); out of sample n = {Ways[0].All.Days:N0} days, {_symbols.Count} symbols.\n\n");
        WayTable.Write(text, Ways, Seed);
        text.Append("\n| symbol | best | Sharpe in training | out of sample | deflated Sharpe | PBO | plateau | Sharpe in training | out of sample | default out of sample | buy and hold out of sample |\n|---|---|---:|---:|---:|---:|---|---:|---:|---:|---:|\n");
        foreach (var symbol in _symbols)
        {
            text.Append(culture, $"| {symbol.Symbol} | {symbol.BestValues} | {StudyText.Number(symbol.BestTrained)} | {Sharpe(symbol.Best)} | {StudyText.Percent(symbol.DeflatedSharpe)} | {StudyText.Percent(symbol.OverfitProbability)} | {symbol.PlateauValues} | {StudyText.Number(symbol.PlateauTrained)} | {Sharpe(symbol.Plateau)} | {Sharpe(symbol.Default)} | {Sharpe(symbol.Hold)} |\n");
        }

        int deflated = _symbols.Count(symbol => symbol.DeflatedSharpe > 0.95), overfit = _symbols.Count(symbol => symbol.OverfitProbability >= 0.5);
        double trained = _symbols.Average(symbol => symbol.BestTrained), after = _symbols.Average(symbol => Ratio(symbol.Best));
        text.Append(culture, $"\nThe best sets' Sharpe ratio was {StudyText.Number(trained)} on average in training and {StudyText.Number(after)} after it: {(after > 0 ? StudyText.Percent(after / trained) : "nothing")} of it was left. ");
        text.Append(culture, $"The deflated Sharpe ratio of the best set, for all tries on its symbol, is above 95 % on {deflated} of {_symbols.Count} symbols; the probability of backtest overfitting is a half or more on {overfit}.\n\n");
        text.Append(WayTable.Verdict(Ways)).Append('\n');
    }

    private static double Ratio(Performance run) => Basket.Figure(run, "sharpe") is var ratio && double.IsNaN(ratio) ? 0 : ratio;

    private static string Sharpe(Performance run) => StudyText.Number(Basket.Figure(run, "sharpe"));

    private SymbolChoice Choose(BarSeries bars)
    {
        string symbol = bars.Identity.Symbol;
        var definition = _sweep.On(symbol, _period.From, _period.TrainTo);
        var outcome = s_sweeper.Run(definition, bars, Environment.ProcessorCount, 0, null, null, CancellationToken.None);
        var space = outcome.Summary.Space;
        SweepRow best = outcome.Best!, plateau = outcome.Plateau ?? best;
        return new SymbolChoice(
            symbol,
            StudyText.Parameters(best.Values),
            best.Objective ?? double.NaN,
            Test(space.Spec(best.Set!.Value)),
            StudyText.Parameters(plateau.Values),
            plateau.Objective ?? double.NaN,
            Test(space.Spec(plateau.Set!.Value)),
            Test(definition.Run),
            Test(definition.Run with { Strategy = "buy-and-hold", Exits = ExitRules.None }),
            outcome.DeflatedSharpe.Value ?? double.NaN,
            Overfitting(outcome.Summary),
            outcome.Sets);

        Performance Test(RunSpec spec) => StudyRun.Of(spec with { From = null, To = null }, [bars], _period.TestFrom, _period.To).Symbols[0];

        // Every so many sets over the whole grid, not the best ones: the test asks what choosing among all of them is worth.
        double Overfitting(SweepSummary summary)
        {
            long[] sets = [.. Enumerable.Range(0, (int)space.Size).Select(set => (long)set).Where(set => summary.ObjectiveOf(set) is not null)];
            int step = (sets.Length + MostColumns - 1) / MostColumns;
            double[][] columns = [.. sets.Where((_, place) => place % step == step / 2).Select(set => StudyRun.Of(space.Spec(set) with { From = null, To = null }, [bars], _period.From, _period.TrainTo).Symbols[0].Returns)];
            return OverfitProbability.Compute(columns, Blocks).Probability;
        }
    }

    /// <summary>What was chosen on one symbol, and what it did after.</summary>
    private sealed record SymbolChoice(
        string Symbol, string BestValues, double BestTrained, Performance Best, string PlateauValues, double PlateauTrained, Performance Plateau, Performance Default, Performance Hold,
        double DeflatedSharpe, double OverfitProbability, long Trials);
}
