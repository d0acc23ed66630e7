using System.Globalization;
using AlphaFactory.Core.Costs;
using AlphaFactory.Core.Costs.Commissions;
using AlphaFactory.Core.Costs.Slippages;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Risk;
using AlphaFactory.Core.Sizing;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.Values;

namespace AlphaFactory.Web.Components.Runs;

/// <summary>The settings of a run in the words of the page.</summary>
public static class SpecWords
{
    /// <summary>The stamp of runs whose fills nobody could have had.</summary>
    public const string SameCloseStamp = "fills on the bar that made the signal";

    public static string Fill(FillConvention fill) => fill switch
    {
        FillConvention.NextOpen => "fills at the next open",
        FillConvention.NextClose => "fills at the next close",
        _ => SameCloseStamp,
    };

    public static string Costs(RunSpec spec) => $"{Commission(spec.Commission)}, {Slippage(spec.Slippage)}";

    public static string Commission(CommissionModel commission) => commission switch
    {
        PercentCommission { Fraction: var fraction } => $"{FigureText.Percent(fraction)} commission",
        PerShareCommission terms => string.Create(CultureInfo.InvariantCulture, $"{terms.PerShare} USD a share, at least {terms.Minimum} USD"),
        NoCommission => "no commission",
        _ => ShippedCosts.Commissions.EntryOf(commission).Name + " commission",
    };

    public static string Slippage(SlippageModel slippage) => slippage switch
    {
        PercentSlippage { Fraction: var fraction } => $"{FigureText.Percent(fraction)} slippage",
        HalfSpreadSlippage { Ticks: var ticks, TickSize: var size } => string.Create(CultureInfo.InvariantCulture, $"{ticks} {(ticks == 1 ? "tick" : "ticks")} of {size} USD slippage"),
        VolumeShareSlippage { Impact: var impact } => $"slippage {FigureText.Percent(impact, 0)} x share of volume squared",
        _ => ShippedCosts.Slippages.EntryOf(slippage).Name + " slippage",
    };

    public static string Borrow(RunSpec spec) => spec.BorrowFraction == 0 ? "Borrowed shares cost nothing." : $"Borrowed shares cost {FigureText.Percent(spec.BorrowFraction)} a year.";

    public static string VolumeCap(RunSpec spec) => spec.VolumeCapFraction is { } cap ? $"Entries are cut at {FigureText.Percent(cap, 1)} of the bar's volume." : "Orders do not look at volume.";

    public static string Adjustment(PriceAdjustment adjustment) => adjustment switch
    {
        PriceAdjustment.Raw => "prices as traded, not adjusted",
        PriceAdjustment.Split => "adjusted for splits, dividends left out",
        _ => "adjusted for splits and dividends",
    };

    public static string Interval(BarInterval interval) => interval switch
    {
        { IsDaily: true } => "daily",
        { Minutes: 60 } => "hourly",
        _ => $"{interval.Minutes} minutes",
    };

    public static string Size(RunSpec spec) => $"{SizingWords(spec)}, {(spec.Fractional ? "fractions of a share allowed" : "whole shares")}";

    /// <summary>The risk rules in a few words.</summary>
    public static string Risk(RunSpec spec) => spec.Risk.Count == 0 ? "no rules" : RunSpecField.All.Single(field => field.Key == "risk").Write(spec) is { } text && !text.Contains(',', StringComparison.Ordinal) && RiskRegistry.Shipped().Find(text) is null
        ? $"the set {text}, {spec.Risk.Count} rules"
        : string.Join(", ", spec.Risk.Select(choice => RiskRegistry.Shipped().Find(choice.Rule)?.Name.ToLowerInvariant() ?? choice.Rule));

    private static string SizingWords(RunSpec spec) => spec.Sizing is not { } sizing ? FigureText.Percent(spec.SizeFraction, 0) + " of equity"
        : $"{SizingRegistry.Shipped().Find(sizing.Rule)?.Name.ToLowerInvariant() ?? sizing.Rule}, at most {FigureText.Percent(spec.SizeFraction, 0)} of equity";

    /// <summary>First eight digits of a fingerprint, <c>7f3a-c91e</c>: enough to tell runs apart by eye.</summary>
    public static string ShortPrint(string fingerprint) => fingerprint.Length < 8 ? fingerprint : $"{fingerprint[..4]}-{fingerprint[4..8]}";
}
