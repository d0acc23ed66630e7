using System.Globalization;
using AlphaFactory.Benchmarks.Engine.Backtesting;
using AlphaFactory.Benchmarks.Engine.Optimization;
using AlphaFactory.Benchmarks.Indicators;
using AlphaFactory.Benchmarks.Optimization;
using AlphaFactory.Benchmarks.Risk;
using AlphaFactory.Benchmarks.Screener;
using AlphaFactory.Benchmarks.Strategies;
using AlphaFactory.Benchmarks.Trading;
using BenchmarkDotNet.Running;

// Comparisons that must run side by side in one process have a word of their own; all else goes to BenchmarkDotNet.
switch (args)
{
    case ["sweep", .. var rest]:
        SweepComparison.Run(int.Parse(rest.ElementAtOrDefault(2) ?? "9", CultureInfo.InvariantCulture), rest.ElementAtOrDefault(0), rest.ElementAtOrDefault(1));
        break;
    case ["indicators", .. var rest]:
        IndicatorComparison.Run(rounds: 21, rest.ElementAtOrDefault(0));
        break;
    case ["walk-forward", .. var rest]:
        WalkForwardComparison.Run(int.Parse(rest.ElementAtOrDefault(2) ?? "15", CultureInfo.InvariantCulture), rest.ElementAtOrDefault(0), rest.ElementAtOrDefault(1));
        break;
    case ["kernel", .. var rest]:
        KernelTimes.Run(int.Parse(rest.ElementAtOrDefault(1) ?? "9", CultureInfo.InvariantCulture), rest.ElementAtOrDefault(0), rest.ElementAtOrDefault(2));
        break;
    case ["event-engine", .. var rest]:
        EventEngineComparison.Run(int.Parse(rest.ElementAtOrDefault(0) ?? "15", CultureInfo.InvariantCulture));
        break;
    case ["universe", .. var rest]:
        UniverseComparison.Run(rest.ElementAtOrDefault(0), rest.ElementAtOrDefault(1), rounds: 9);
        break;
    case ["screen", var panel]:
        await ScreenTimes.RunAsync(panel);
        break;
    case ["compare-strategies", var folder, var output]:
        await StrategyComparison.RunAsync(folder, output);
        break;
    case ["risk-study", var folder, .. var rest]:
        RiskStudy.Run(folder, rest.ElementAtOrDefault(0));
        break;
    case ["risk-gate"]:
        GateTimes.Run();
        break;
    case ["live-hub"]:
        await HubLoad.RunAsync();
        break;
    case ["optimise-study", var folder, var output]:
        OptimiseStudy.Run(folder, output);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
