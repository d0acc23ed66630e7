using AlphaFactory.Engine.Correlation;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Screener;
using AlphaFactory.Web.Components.States;

namespace AlphaFactory.Web.Features.Correlation;

/// <summary>Computes the study of a view; another view takes its place, and it can be stopped.</summary>
public sealed class CorrelationModel(CorrelationStudy study, IBarStore bars, TimeProvider clock, ILogger<CorrelationModel> log) : UniverseQuestion<CorrelationView, CorrelationResult>(clock, log)
{
    private const int FewestSymbols = 5;

    /// <summary>Rises with every result, so that a chart knows a new one.</summary>
    public int Generation { get; private set; }

    /// <summary>Where the prices come from.</summary>
    public SeriesOrigin Origin { get; private set; }

    /// <inheritdoc/>
    protected override string WordsOf(CorrelationView view) => (view with { IsRank = false }).Href;

    /// <inheritdoc/>
    protected override async Task<PageState> AskAsync(CorrelationView view, IProgress<UniverseProgress> told, CancellationToken cancellationToken)
    {
        Origin = view.Origin ?? await UsualAsync(cancellationToken);
        switch (await study.RunAsync(view.Request(Origin), told, cancellationToken))
        {
            case CorrelationResult result:
                Keep(result);
                Generation++;
                return new PageState.Ready();
            case CorrelationRefused refused:
                return new PageState.Empty(refused.Message);
            case var other:
                throw new InvalidOperationException($"There is no third kind of outcome, and yet this is {other.GetType().Name}.");
        }
    }

    /// <summary>Real prices where there are enough symbols for figures across them; mixed with generated ones no figure would mean anything.</summary>
    private async Task<SeriesOrigin> UsualAsync(CancellationToken cancellationToken)
    {
        var daily = (await bars.ListAsync(cancellationToken)).Where(series => series.Key.Interval.IsDaily).ToList();
        int real = daily.Where(series => !series.IsSynthetic).Select(series => series.Key.Symbol).Distinct(StringComparer.Ordinal).Count();
        return real >= FewestSymbols || (real > 0 && daily.TrueForAll(series => !series.IsSynthetic)) ? SeriesOrigin.Imported : SeriesOrigin.Synthetic;
    }
}
