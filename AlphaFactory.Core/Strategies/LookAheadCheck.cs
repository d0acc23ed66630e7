using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Core.Strategies;

/// <summary>
/// Finds out whether a strategy looks past the bar it decides on. At many cuts the future is once taken away and once replaced by
/// another; the targets before the cut may not change by one bit. docs/look-ahead.md says why bits, and what it catches.
/// </summary>
public static class LookAheadCheck
{
    /// <summary>Cuts tried at least, when there are as many bars.</summary>
    public const int FewestCuts = 40;

    /// <summary>Bars one run of the check may have decided on, all cuts together: a series of up to 1,100 bars is cut at every bar.</summary>
    public const long Budget = 2_000_000;

    /// <summary>Checks as much as belongs into every run: at every bar of a short series, at chosen ones of a long one.</summary>
    /// <param name="strategy">The strategy; its strength is checked, too, when it has one.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="bars">Bars to cut; below 2 there is nothing to cut and the report has 0 cuts.</param>
    /// <param name="seed">Seed of the cuts and of the replaced futures.</param>
    /// <param name="cancellationToken">Stops between two cuts.</param>
    public static LookAheadReport Run(IStrategy strategy, StrategyParameters parameters, BarSeries bars, int seed, CancellationToken cancellationToken)
    {
        // A cut costs half a series without its future and a whole one with another.
        long affordable = bars.Count == 0 ? 0 : Budget * 2 / 3 / bars.Count;
        return Run(strategy, parameters, bars, seed, (int)Math.Clamp(affordable, FewestCuts, int.MaxValue), [FutureKind.Mirrored, FutureKind.Wild, FutureKind.Still, FutureKind.Missing], 1, null, cancellationToken);
    }

    /// <summary>Checks all there is: cuts at every bar, each with every other future.</summary>
    /// <param name="strategy">The strategy; its strength is checked, too, when it has one.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="bars">Bars to cut.</param>
    /// <param name="seed">Seed of the replaced futures.</param>
    /// <param name="progress">Told the share done, 0 to 1; may be null.</param>
    /// <param name="cancellationToken">Stops between two cuts.</param>
    public static LookAheadReport RunThoroughly(IStrategy strategy, StrategyParameters parameters, BarSeries bars, int seed, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        FutureKind[] kinds = Enum.GetValues<FutureKind>();
        return Run(strategy, parameters, bars, seed, int.MaxValue, kinds, kinds.Length, progress, cancellationToken);
    }

    private static LookAheadReport Run(
        IStrategy strategy, StrategyParameters parameters, BarSeries bars, int seed, int cuts, FutureKind[] kinds, int futuresACut, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var random = new SeededRandom(unchecked((ulong)seed));
        var whole = Decisions.Of(strategy, parameters, bars);
        int? unsteady = whole.FirstDifference(Decisions.Of(strategy, parameters, bars), bars.Count);
        int changed = 0;
        int? firstCut = null, firstBar = null;
        int[] places = CutPlaces.Choose(whole.Targets, cuts, random);
        for (int i = 0; i < places.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int cut = places[i];
            int? bar = whole.FirstDifference(Decisions.Of(strategy, parameters, bars.Slice(0, cut)), cut);
            for (int k = 0; k < futuresACut; k++)
            {
                var kind = kinds[(i + k) % kinds.Length];
                bar = Earlier(bar, Difference(strategy, parameters, whole, OtherFuture.Of(bars, cut, kind, random), cut, kind));
            }

            progress?.Report((i + 1.0) / places.Length);
            if (bar is null)
            {
                continue;
            }

            changed++;
            if (firstBar is null || bar < firstBar)
            {
                (firstCut, firstBar) = (cut, bar);
            }
        }

        return new LookAheadReport(places.Length, changed, firstCut, firstBar, firstBar is { } first ? bars.DateAt(first) : null, unsteady);
    }

    private static int? Difference(IStrategy strategy, StrategyParameters parameters, Decisions whole, BarSeries other, int cut, FutureKind kind)
    {
        try
        {
            return whole.FirstDifference(Decisions.Of(strategy, parameters, other), cut);
        }
#pragma warning disable CA1031 // Which exception is up to the strategy.
        catch (Exception) when (kind == FutureKind.Missing)
#pragma warning restore CA1031
        {
            // No run hands a strategy bars without values. One that cannot compute on them may be as honest as any: this future tells nothing of it.
            return null;
        }
    }

    private static int? Earlier(int? one, int? other) => one is null ? other : other is null ? one : Math.Min(one.Value, other.Value);
}
