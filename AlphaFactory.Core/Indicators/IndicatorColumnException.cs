namespace AlphaFactory.Core.Indicators;

/// <summary>A column name means nothing; the message says what is wrong and what was probably meant.</summary>
public sealed class IndicatorColumnException(string message) : Exception(message);
