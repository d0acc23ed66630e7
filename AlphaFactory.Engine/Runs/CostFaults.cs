using System.Globalization;
using AlphaFactory.Core.Costs;

namespace AlphaFactory.Engine.Runs;

/// <summary>What is wrong with the costs of a spec.</summary>
internal static class CostFaults
{
    public static void Find(RunSpec spec, List<string> faults)
    {
        OfModel(spec.Commission, ShippedCosts.Commissions.EntryOf(spec.Commission).Parameters, faults);
        OfModel(spec.Slippage, ShippedCosts.Slippages.EntryOf(spec.Slippage).Parameters, faults);
        RunSpecValidator.Percent(faults, "borrow_pct", spec.BorrowFraction, spec.BorrowFraction is >= 0 and <= 5, "from 0 to 500; it is per cent a year");
        if (spec.VolumeCapFraction is { } cap)
        {
            RunSpecValidator.Percent(faults, "volume_cap_pct", cap, cap is > 0 and <= 1, "above 0 and at most 100, or none");
        }
    }

    private static void OfModel(object model, IReadOnlyList<CostParameter> parameters, List<string> faults)
    {
        foreach (var parameter in parameters)
        {
            double value = parameter.Of(model) ?? double.NaN, scale = parameter.IsPercent ? 100 : 1;
            string hint = parameter.Key switch
            {
                "commission_pct" => "; it is per cent, so 0.1 is one per thousand",
                "slippage_pct" => "; it is per cent, so 0.05 is five basis points",
                _ => "",
            };
            bool valid = value >= parameter.Minimum && value <= parameter.Maximum;
            string allowed = string.Create(CultureInfo.InvariantCulture, $"from {parameter.Minimum * scale} to {parameter.Maximum * scale}{hint}");
            if (parameter.IsPercent)
            {
                RunSpecValidator.Percent(faults, parameter.Key, value, valid, allowed);
            }
            else
            {
                RunSpecValidator.Number(faults, parameter.Key, value, valid, allowed);
            }
        }
    }
}
