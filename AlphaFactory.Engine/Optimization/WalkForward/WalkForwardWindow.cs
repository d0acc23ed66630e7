using System.Globalization;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Optimization.WalkForward;

/// <summary>One window, as bars of the period.</summary>
/// <param name="TrainStart">First bar of training.</param>
/// <param name="TrainCount">Bars of training.</param>
/// <param name="TestStart">First bar of the test.</param>
/// <param name="TestCount">Bars of the test.</param>
public sealed record WalkForwardWindow(int TrainStart, int TrainCount, int TestStart, int TestCount)
{
    private const int FewestBars = 2;
    private const int MostWindows = 10_000;

    /// <summary>The windows of a period, oldest first. Each has a whole test; what is left behind the last is not used.</summary>
    /// <param name="definition">Lengths.</param>
    /// <param name="bars">Bars of the period.</param>
    /// <exception cref="RunSpecException">A length is out of range, or the period is too short for one window.</exception>
    public static IReadOnlyList<WalkForwardWindow> Plan(WalkForwardDefinition definition, int bars)
    {
        int step = definition.Step ?? definition.Test;
        var faults = new List<string>();
        Length(faults, "train", definition.Train, FewestBars);
        Length(faults, "test", definition.Test, FewestBars);
        Length(faults, "purge", definition.Purge, 0);
        Length(faults, "step", step, 1);
        long whole = (long)definition.Train + definition.Purge + definition.Test;
        if (faults.Count == 0 && whole > bars)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"The period has {bars:N0} bars, but one window takes {whole:N0}: {definition.Train:N0} to train, {definition.Purge:N0} left out and {definition.Test:N0} to test. Shorten them or take a longer period."));
        }

        if (faults.Count == 0 && (step < definition.Test || step > bars))
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"step is {step:N0} bars but must be {definition.Test:N0}, the length of the test, to {bars:N0}, that of the period: tests that overlap would count the days they share several times in the curve put together. Take another step or a shorter test."));
        }

        int first = definition.Train + definition.Purge;
        if (faults.Count == 0 && (bars - first - definition.Test) / step >= MostWindows)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"A step of {step} makes more than {MostWindows:N0} windows. Take a longer one."));
        }

        if (faults.Count > 0)
        {
            throw new RunSpecException(faults);
        }

        var windows = new List<WalkForwardWindow>();
        for (int shift = 0; shift <= bars - first - definition.Test; shift += step)
        {
            int start = definition.Anchored ? 0 : shift;
            windows.Add(new WalkForwardWindow(start, shift + definition.Train - start, shift + first, definition.Test));
        }

        return windows;
    }

    private static void Length(List<string> faults, string name, int value, int least)
    {
        if (value < least)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"{name} is {value} but must be {least} or more bars."));
        }
    }
}
