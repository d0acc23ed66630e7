namespace AlphaFactory.Core.Statistics.Overfitting;

/// <summary>One way to cut the blocks into two halves, and how the winner of the first did in the second.</summary>
/// <param name="Selected">Column with the best Sharpe ratio in sample.</param>
/// <param name="InSampleSharpe">Its Sharpe ratio of a day in sample.</param>
/// <param name="OutOfSampleSharpe">Its Sharpe ratio of a day out of sample.</param>
/// <param name="Logit">ln(w / (1 - w)), w = its rank out of sample / (columns + 1); at or below 0 it did no better than the median.</param>
public readonly record struct OverfitSplit(int Selected, double InSampleSharpe, double OutOfSampleSharpe, double Logit);
