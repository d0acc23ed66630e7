using System.Diagnostics;
using System.Runtime.InteropServices;

namespace AlphaFactory.Benchmarks.Engine.Optimization;

/// <summary>The loops of c/sweep.c, built here with gcc -O3.</summary>
internal sealed unsafe class NativeSweep
{
    private readonly nint _library;

    private NativeSweep(nint library) => _library = library;

    /// <summary>Builds the loops into a temporary folder.</summary>
    public static NativeSweep Build()
    {
        string source = Path.Join(AppContext.BaseDirectory, "c", "sweep.c"), target = Path.Join(Directory.CreateTempSubdirectory("alphafactory-bench-").FullName, "libsweep.so");
        using var compiler = Process.Start("gcc", ["-O3", "-march=native", "-mprefer-vector-width=512", "-shared", "-fPIC", "-w", "-o", target, source, "-lm"]);
        compiler.WaitForExit();
        return compiler.ExitCode == 0 ? new(NativeLibrary.Load(target)) : throw new InvalidOperationException($"gcc ended with code {compiler.ExitCode}; install gcc to compare with C.");
    }

    /// <summary>Runs one of the loops over all pairs of windows.</summary>
    /// <returns>Total return, Sharpe ratio and drawdown, windows x windows with the fast one in rows.</returns>
    public (double[] Total, double[] Sharpe, double[] Drawdown) Run(string name, double[] close, long[] windows, double fee, double slip)
    {
        int cells = windows.Length * windows.Length;
        double[] total = new double[cells], sharpe = new double[cells], drawdown = new double[cells];
        var function = (delegate* unmanaged<Arguments*, void>)NativeLibrary.GetExport(_library, name);
        fixed (double* prices = close, first = total, second = sharpe, third = drawdown)
        {
            fixed (long* lengths = windows)
            {
                var arguments = new Arguments { Bars = close.Length, Windows = windows.Length, Close = prices, Window = lengths, Fee = fee, Slip = slip, Total = first, Sharpe = second, Floor = third };
                function(&arguments);
            }
        }

        return (total, sharpe, drawdown);
    }

    /// <summary>The struct of c/sweep.c.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Arguments
    {
        public long Bars, Windows;
        public double* Close;
        public long* Window;
        public double Fee, Slip;
        public double* Total, Sharpe, Floor;
    }
}
