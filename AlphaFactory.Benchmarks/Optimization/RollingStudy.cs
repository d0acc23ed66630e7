using System.Globalization;
using System.Text;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Optimization.Search;
using AlphaFactory.Engine.Optimization.WalkForward;

namespace AlphaFactory.Benchmarks.Optimization;

/// <summary>Parameters chosen anew every year on the years before, symbol by symbol.</summary>
internal sealed class RollingStudy
{
    private const int Train = 1_008, Test = 252;
    private const int Seed = 20_261_128;

    private static readonly WalkForwarder s_forwarder = new(StrategyRegistry.Shipped(), StatisticRegistry.Shipped(), SearchMethodRegistry.Shipped(), TimeProvider.System);

    private readonly WalkForwardOutcome[] _outcomes;

    public RollingStudy(StudySweep sweep, StudyPeriod period, IReadOnlyList<BarSeries> universe)
    {
        _outcomes = [.. universe.Select(bars => s_forwarder.Run(
            new WalkForwardDefinition { Sweep = sweep.On(bars.Identity.Symbol, period.From, period.To), Train = Train, Test = Test }, bars, Environment.ProcessorCount, null, null, CancellationToken.None))];
        double capital = _outcomes[0].Definition.Sweep.Run.InitialCapital;
        Basket Of(string name, Func<WalkForwardOutcome, StitchedRun> run) => new(name, capital, [.. _outcomes.Select(outcome => run(outcome).Equity)]);
        Ways = [Of("single best of training", outcome => outcome.Best), Of("plateau of training", outcome => outcome.Plateau), Of("default, never optimised", outcome => outcome.Default), Of("buy and hold", outcome => outcome.BuyAndHold)];
    }

    /// <summary>Best, plateau, default, buy and hold over the joined tests.</summary>
    public IReadOnlyList<Basket> Ways { get; }

    /// <summary>The table and the sentences below it.</summary>
    public void Write(StringBuilder text)
    {
        var culture = CultureInfo.InvariantCulture;
        var windows = _outcomes[0].Windows;
        text.Append(culture, $"### Chosen anew every {Test} days on the {Train:N0} before\n\n{windows.Count} windows, tests from {windows[0].TestFrom:yyyy-MM-dd} to {windows[^1].TestTo:yyyy-MM-dd}, joined; n = {Ways[0].All.Days:N0} days, {_outcomes.Length} symbols. A position ends with its test.\n\n");
        WayTable.Write(text, Ways, Seed);
        double[] efficiencies = [.. _outcomes.Select(outcome => outcome.Efficiency).OfType<double>().Order()];
        double degradation = _outcomes.Select(outcome => outcome.Degradation).OfType<double>().Average();
        text.Append(culture, $"\nThe plateau's Sharpe ratio fell by {StudyText.Number(degradation)} on average from training to test; its yearly growth in the tests was {StudyText.Percent(efficiencies[efficiencies.Length / 2])} of that in training (median over symbols).\n\n");
        text.Append(WayTable.Verdict(Ways)).Append('\n');
    }
}
