using System.Globalization;
using AlphaFactory.Core.Costs;
using AlphaFactory.Core.Parameters;

namespace AlphaFactory.Engine.Runs;

/// <summary>The keys of costs. Those of the models come from the models themselves, so that a new model brings its own.</summary>
internal static class RunCostFields
{
    private static readonly CultureInfo s_culture = CultureInfo.InvariantCulture;

    public static IReadOnlyList<RunSpecField> All { get; } =
    [
        .. Models("commission", ShippedCosts.Commissions, spec => spec.Commission, (spec, model) => spec with { Commission = model }),
        .. Models("slippage", ShippedCosts.Slippages, spec => spec.Slippage, (spec, model) => spec with { Slippage = model }),
        RunSpecField.Percent("borrow_pct", spec => spec.BorrowFraction, (spec, fraction) => spec with { BorrowFraction = fraction }),
        RunSpecField.OptionalPercent("volume_cap_pct", spec => spec.VolumeCapFraction, (spec, fraction) => spec with { VolumeCapFraction = fraction }),
    ];

    private static IEnumerable<RunSpecField> Models<TModel>(string chooser, CostModelRegistry<TModel> models, Func<RunSpec, TModel> get, Func<RunSpec, TModel, RunSpec> set)
        where TModel : class
    {
        yield return new RunSpecField(chooser, "one of " + string.Join(", ", models.All.Select(entry => entry.Id)), spec => models.EntryOf(get(spec)).Id,
            (spec, text) => models.Find(text) is not { } entry ? null : entry.Default.GetType() == get(spec).GetType() ? spec : set(spec, entry.Default));
        foreach (var parameter in models.All.SelectMany(entry => entry.Parameters))
        {
            yield return new RunSpecField(parameter.Key, parameter.IsPercent ? "a number in per cent" : "a number",
                spec => parameter.Of(get(spec)) is { } value ? Text(parameter, value) : null,
                (spec, text) => Value(parameter, text) is { } value ? set(spec, (TModel)parameter.With(get(spec), value)) : null)
            {
                Chooser = chooser,
                Choice = parameter.Model,
            };
        }
    }

    private static string Text(CostParameter parameter, double value) => parameter.IsPercent ? PercentText.OfFraction(value) : value.ToString("R", s_culture);

    private static double? Value(CostParameter parameter, string text) =>
        parameter.IsPercent ? PercentText.ToFraction(text) : double.TryParse(text, NumberStyles.Float, s_culture, out double number) ? number : null;
}
