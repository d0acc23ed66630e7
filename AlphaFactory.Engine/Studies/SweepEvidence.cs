namespace AlphaFactory.Engine.Studies;

/// <summary>A bin of a histogram.</summary>
/// <param name="From">Lower edge.</param>
/// <param name="To">Upper edge.</param>
/// <param name="Count">How many values lie in it.</param>
public sealed record HistogramBin(double From, double To, long Count);

/// <summary>A heatmap of two axes: for each pair of their values, what the objectives of the sets with that pair are. Cells row by row; NaN where no set has an objective.</summary>
/// <param name="First">Axis whose values are the rows.</param>
/// <param name="Second">Axis whose values are the columns.</param>
/// <param name="Rows">Values of <paramref name="First"/>.</param>
/// <param name="Columns">Values of <paramref name="Second"/>.</param>
/// <param name="Best">Largest objective of each cell.</param>
/// <param name="Mean">Mean objective of each cell.</param>
/// <param name="Median">Median objective of each cell; empty when there are too many sets to remember each.</param>
/// <param name="Count">Sets of each cell that have an objective.</param>
public sealed record PairGrid(string First, string Second, IReadOnlyList<string> Rows, IReadOnlyList<string> Columns, double[] Best, double[] Mean, double[] Median, long[] Count);

/// <summary>Probability that choosing the best set is overfitting, by combinatorially symmetric cross-validation of daily returns.</summary>
/// <param name="Sets">Sets compared: all when there are few, otherwise an even sample with the best one in it.</param>
/// <param name="Blocks">Blocks of days; half of them are in sample.</param>
/// <param name="Splits">Ways to choose that half.</param>
/// <param name="Probability">Share of splits whose winner did no better than the median out of sample.</param>
/// <param name="ProbabilityOfLoss">Share of splits whose winner lost out of sample.</param>
/// <param name="Slope">Slope of the winner's Sharpe ratio out of sample on that in sample; below 1 is degradation. Null when the latter does not vary.</param>
/// <param name="Intercept">Intercept of that line.</param>
/// <param name="Logits">Histogram of the logit of the winner's rank out of sample; at or below 0 is overfit.</param>
/// <param name="InSample">Yearly Sharpe ratio of the winner in sample, for an even sample of the splits.</param>
/// <param name="OutOfSample">Its yearly Sharpe ratio out of sample, likewise.</param>
public sealed record OverfitEvidence(
    int Sets, int Blocks, int Splits, double Probability, double ProbabilityOfLoss, double? Slope, double? Intercept, IReadOnlyList<HistogramBin> Logits, IReadOnlyList<double> InSample, IReadOnlyList<double> OutOfSample);

/// <summary>Hansen's test for superior predictive ability of the best set over buying and holding.</summary>
/// <param name="Sets">Sets in the test: all when there are few, otherwise an even sample with the best one in it.</param>
/// <param name="Resamples">Stationary-bootstrap resamples of the days.</param>
/// <param name="Consistent">The p-value to use: chance of a lead so large if no set were better.</param>
/// <param name="Lower">Its lower bound.</param>
/// <param name="Upper">Its upper bound.</param>
/// <param name="RealityCheck">p-value of White's reality check.</param>
public sealed record SuperiorityEvidence(int Sets, int Resamples, double Consistent, double Lower, double Upper, double RealityCheck);
