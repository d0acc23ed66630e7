using System.Diagnostics;
using System.Runtime.InteropServices;

namespace AlphaFactory.Benchmarks.Indicators;

/// <summary>The plain C loops of c/indicators.c, built here with gcc -O3 and called through function pointers.</summary>
internal sealed unsafe class NativeLoops
{
    private readonly nint _library;

    private NativeLoops(nint library) => _library = library;

    /// <summary>Builds the loops into a temporary folder.</summary>
    public static NativeLoops Build()
    {
        string source = Path.Join(AppContext.BaseDirectory, "c", "indicators.c"), target = Path.Join(Directory.CreateTempSubdirectory("alphafactory-bench-").FullName, "libindicators.so");
        using var compiler = Process.Start("gcc", ["-O3", "-march=native", "-shared", "-fPIC", "-o", target, source, "-lm"]);
        compiler.WaitForExit();
        return compiler.ExitCode == 0 ? Load(target) : throw new InvalidOperationException($"gcc ended with code {compiler.ExitCode}; install gcc to compare with C.");
    }

    /// <summary>Loads another library with the same functions.</summary>
    public static NativeLoops Load(string path) => new(NativeLibrary.Load(path));

    /// <summary>Runs one loop.</summary>
    public void Run(string name, ref NativeBars bars)
    {
        var function = (delegate* unmanaged<NativeBars*, void>)NativeLibrary.GetExport(_library, name);
        fixed (NativeBars* pointer = &bars)
        {
            function(pointer);
        }
    }
}

/// <summary>The struct of c/indicators.c.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeBars
{
    public nint Count;
    public double* Open, High, Low, Close, Volume;
    public double* First, Second, Third;
}
