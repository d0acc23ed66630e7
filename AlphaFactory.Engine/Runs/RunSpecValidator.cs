using System.Globalization;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Strategies;

namespace AlphaFactory.Engine.Runs;

/// <summary>Says everything that is wrong with a spec at once, and spells out what it leaves to defaults.</summary>
/// <param name="strategies">The strategies there are.</param>
public sealed class RunSpecValidator(IStrategyCatalog strategies)
{
    private const double LargestCapital = 1e12;

    /// <summary>The spec with the version of its strategy, its rules and every parameter spelled out.</summary>
    /// <exception cref="RunSpecException">It cannot be run; every fault is listed.</exception>
    public RunSpec Resolve(RunSpec spec)
    {
        var faults = Faults(spec);
        if (faults.Count > 0)
        {
            throw new RunSpecException(faults);
        }

        var strategy = RunStrategy.Get(strategies, spec);
        return RunRuleFaults.Resolve(RunStrategy.Pin(spec, strategy)) with { Parameters = strategy.Parameters.Format(strategy.Parameters.Parse(spec.Parameters, out _)!) };
    }

    /// <summary>Every fault in words; empty when the spec can be run.</summary>
    public IReadOnlyList<string> Faults(RunSpec spec)
    {
        var faults = new List<string>();
        if (RunStrategy.Find(strategies, spec, out string? fault) is not { } strategy)
        {
            faults.Add(fault!);
        }
        else
        {
            spec = RunStrategy.Pin(spec, strategy);
            strategy.Parameters.Parse(spec.Parameters, out var parameterFaults);
            faults.AddRange(parameterFaults);
        }

        if (string.IsNullOrWhiteSpace(spec.Symbol))
        {
            faults.Add("symbol is empty. Name the symbol whose bars are traded.");
        }

        if (spec.Interval.Minutes is < 1 or > 1440)
        {
            faults.Add("interval is missing. Write it like 1d, 1h or 5m.");
        }

        if (spec.From > spec.To)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"from is {spec.From:yyyy-MM-dd} but must not come after to, {spec.To:yyyy-MM-dd}. Swap them or leave one out."));
        }

        Number(faults, "capital", spec.InitialCapital, spec.InitialCapital is > 0 and <= LargestCapital, "above 0 and at most 1,000,000,000,000");
        CostFaults.Find(spec, faults);
        Percent(faults, "size_pct", spec.SizeFraction, spec.SizeFraction is > 0 and <= 1, "above 0 and at most 100; there is no borrowed money");
        Choice(faults, "fill", spec.Fill, "next-open, next-close, same-close");
        Choice(faults, "adjustment", spec.Adjustment, "raw, split, total-return");
        Choice(faults, "engine", spec.Engine, "auto, event, kernel");
        ExitFaults.Find(spec.Exits, faults);
        RunRuleFaults.Find(spec, faults);
        return faults;
    }

    internal static void Number(List<string> faults, string name, double value, bool valid, string allowed)
    {
        if (!valid)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"{name} is {value} but must be {allowed}."));
        }
    }

    /// <summary>The same for a fraction that people write in per cent: as they wrote it, without the digits multiplying adds.</summary>
    internal static void Percent(List<string> faults, string name, double fraction, bool valid, string allowed)
    {
        if (!valid)
        {
            faults.Add($"{name} is {PercentText.OfFraction(fraction)} but must be {allowed}.");
        }
    }

    internal static void Choice<T>(List<string> faults, string name, T value, string allowed)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            faults.Add($"{name} is {value} but must be one of {allowed}.");
        }
    }
}
