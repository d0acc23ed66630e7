namespace AlphaFactory.Core.Prices;

/// <summary>What happens to a share before the open of one bar.</summary>
/// <param name="Time">Start of that bar, Unix milliseconds UTC: the ex-date.</param>
/// <param name="Dividend">Money paid for each share held overnight, in old shares and 0 or more.</param>
/// <param name="SplitRatio">New shares for each old one; 1 without a split.</param>
public readonly record struct CorporateAction(long Time, double Dividend, double SplitRatio);
