namespace AlphaFactory.Engine.Trading.Journal;

/// <summary>Another node trades now: what this one still wanted to write is refused, and it must stop.</summary>
public sealed class JournalFencedException(string message) : Exception(message);
