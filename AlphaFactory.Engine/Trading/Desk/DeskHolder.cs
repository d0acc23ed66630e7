using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace AlphaFactory.Engine.Trading.Desk;

/// <summary>How a process signs a lease: node, machine, process and its start, so that its own machine can tell when it is dead and need not wait for the lease to run out.</summary>
internal static class DeskHolder
{
    private const char Between = '|';

    public static string Of(string node)
    {
        using var self = Process.GetCurrentProcess();
        return string.Join(Between, node.Replace(Between, '-'), Environment.MachineName, self.Id.ToString(CultureInfo.InvariantCulture), self.StartTime.ToUniversalTime().Ticks.ToString(CultureInfo.InvariantCulture), Guid.NewGuid().ToString("N")[..8]);
    }

    /// <summary>Name of the node in a signature.</summary>
    public static string NodeOf(string holder) => holder.Split(Between)[0];

    /// <summary>True when the process was one of this machine and is no more.</summary>
    public static bool IsDeadHere(string holder)
    {
        if (holder.Split(Between) is not [_, var machine, var id, var start, _] || machine != Environment.MachineName
            || !int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out int process) || !long.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out long ticks))
        {
            return false;
        }

        try
        {
            using var found = Process.GetProcessById(process);
            // Another process may have got the number since. The start is read with a jitter of some milliseconds.
            return found.HasExited || Math.Abs(found.StartTime.ToUniversalTime().Ticks - ticks) > TimeSpan.TicksPerSecond;
        }
        catch (ArgumentException)
        {
            return true;
        }
        catch (Exception fault) when (fault is Win32Exception or InvalidOperationException)
        {
            // It cannot be looked at, so it may live.
            return false;
        }
    }
}
