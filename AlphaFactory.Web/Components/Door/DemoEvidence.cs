using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Statistics.Resampling;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.MarketData.Demo;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Web.Components.Door;

/// <summary>One real run on the demo market and what luck could have made of it, computed once for the pages before the sign-in.</summary>
public sealed class DemoEvidence(IBacktester backtester)
{
    /// <summary>Resamples behind the fan.</summary>
    public const int Paths = 400;

    private const string Symbol = "DEMO-FERM";
    private const int Step = 12;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly double[] Quantiles = [.025, .1, .25, .5, .75, .9, .975];
    private readonly Lock _gate = new();
    private Task<FanPicture>? _picture;

    /// <summary>The picture, or null when it is not ready in time; the page then says only words.</summary>
    public async Task<FanPicture?> FindAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _picture ??= Task.Run(Compute, CancellationToken.None);
        }

        try
        {
            return await _picture.WaitAsync(Patience, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private FanPicture Compute()
    {
        var demo = DemoMarket.Generate().First(series => series.Series.Key is { Symbol: Symbol, Interval.IsDaily: true });
        var key = demo.Series.Key;
        var bars = demo.Bars.Adjust(new SeriesIdentity(key.Symbol, key.Interval, key.Source, PriceAdjustment.Split, IsSynthetic: true));
        var spec = new RunSpec { Strategy = "sma-crossover", Symbol = key.Symbol, Parameters = new Dictionary<string, string> { ["fast"] = "20", ["slow"] = "50" } };
        var result = backtester.Run(spec, bars, trials: 1, null, CancellationToken.None);
        double[] returns = Performance.FromEquity(spec.InitialCapital, result.Equity).Returns;
        return FanPicture.Draw(result.Times, result.Equity, OutcomeFan.Compute(spec.InitialCapital, returns, Step, Paths, ReturnIntervals.MeanBlock, seed: 1, Quantiles), Step);
    }
}
