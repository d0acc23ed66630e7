namespace AlphaFactory.Engine.Backtesting;

/// <summary>The books of a run do not add up. It is a fault of the program, never of the user, and the result must not be shown.</summary>
public sealed class ConservationException(string message) : Exception(message);
