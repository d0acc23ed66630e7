using System.Diagnostics;

namespace AlphaFactory.Benchmarks.Measuring;

/// <summary>Seconds an action takes, by the clock and by the processor. On a machine that others use as well only the second says what the code costs.</summary>
internal static class ProcessorTime
{
    /// <summary>Runs an action once.</summary>
    public static (double Wall, double Processor) Of(Action action)
    {
        var before = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        action();
        double wall = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return (wall, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
    }

    /// <summary>Repeats an action: the just-in-time compiler needs calls, and processor time in the background, to reach its best code.</summary>
    public static void Warm(Action action, double seconds)
    {
        var start = Environment.CpuUsage.TotalTime;
        do
        {
            action();
        }
        while ((Environment.CpuUsage.TotalTime - start).TotalSeconds < seconds);
    }

    /// <summary>The middle one of some times.</summary>
    public static double Median(IEnumerable<double> times)
    {
        double[] sorted = [.. times.Order()];
        return sorted[sorted.Length / 2];
    }
}
