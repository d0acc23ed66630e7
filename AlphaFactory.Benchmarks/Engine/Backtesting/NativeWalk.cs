using System.Diagnostics;
using System.Runtime.InteropServices;
using AlphaFactory.Core.Costs.Commissions;
using AlphaFactory.Core.Costs.Slippages;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Backtesting;

namespace AlphaFactory.Benchmarks.Engine.Backtesting;

/// <summary>The loop of c/events.c, built here with gcc -O3.</summary>
internal sealed unsafe class NativeWalk
{
    private readonly delegate* unmanaged<Arguments*, void> _walk;

    private NativeWalk(nint library) => _walk = (delegate* unmanaged<Arguments*, void>)NativeLibrary.GetExport(library, "event_walk");

    /// <summary>Builds the loop into a temporary folder.</summary>
    public static NativeWalk Build()
    {
        string source = Path.Join(AppContext.BaseDirectory, "c", "events.c"), target = Path.Join(Directory.CreateTempSubdirectory("alphafactory-bench-").FullName, "libevents.so");
        using var compiler = Process.Start("gcc", ["-O3", "-march=native", "-shared", "-fPIC", "-o", target, source, "-lm"]);
        compiler.WaitForExit();
        return compiler.ExitCode == 0 ? new(NativeLibrary.Load(target)) : throw new InvalidOperationException($"gcc ended with code {compiler.ExitCode}; install gcc to compare with C.");
    }

    /// <summary>Walks through the bars under rules the loop knows: all in, whole shares, next open, no short sales.</summary>
    /// <returns>Equity at the end and the trades that were closed.</returns>
    public (double FinalEquity, long Trades) Run(BarSeries bars, double[] target, SessionRules rules, double[] atr, double[] equity, double[] position)
    {
        var exits = rules.Exits;
        fixed (double* open = bars.Open, high = bars.High, low = bars.Low, close = bars.Close, wishes = target, ranges = atr, equities = equity, positions = position)
        {
            var arguments = new Arguments
            {
                Bars = bars.Count, Open = open, High = high, Low = low, Close = close, Atr = exits.NeedsAtr ? ranges : null, Target = wishes,
                Capital = rules.InitialCapital, Fee = ((PercentCommission)rules.Commission).Fraction, Slip = ((PercentSlippage)rules.Slippage).Fraction,
                Stop = exits.StopFraction ?? double.NaN, StopAtr = exits.StopAtr ?? double.NaN, Trailing = exits.TrailingFraction ?? double.NaN,
                BreakEven = exits.BreakEvenFraction ?? double.NaN, Profit = exits.TakeProfitFraction ?? double.NaN, ProfitR = exits.TakeProfitR ?? double.NaN,
                Equity = equities, Position = positions,
            };
            _walk(&arguments);
            return (arguments.FinalEquity, arguments.Trades);
        }
    }

    /// <summary>The struct of c/events.c.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Arguments
    {
        public long Bars;
        public double* Open, High, Low, Close, Atr, Target;
        public double Capital, Fee, Slip, Stop, StopAtr, Trailing, BreakEven, Profit, ProfitR;
        public double* Equity, Position;
        public double FinalEquity;
        public long Trades;
    }
}
