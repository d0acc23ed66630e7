using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>Turns a spec and bars into a result. Pure: same input, same output, on any machine.</summary>
public interface IBacktester
{
    /// <summary>Runs one backtest.</summary>
    /// <param name="spec">What to run.</param>
    /// <param name="bars">The bars, already adjusted; cut to the spec's period inside, the bars before it serve as warm-up only when the spec says so.</param>
    /// <param name="trials">Runs ever made of this strategy, this one included: the N of the deflated Sharpe ratio.</param>
    /// <param name="progress">Told the bars done, from the computing thread; may be null.</param>
    /// <param name="cancellationToken">Stops the run between bars.</param>
    /// <exception cref="RunSpecException">The spec is not valid for these bars; the message says what, the value, the range and the remedy.</exception>
    BacktestResult Run(RunSpec spec, BarSeries bars, int trials, IProgress<long>? progress, CancellationToken cancellationToken);
}
