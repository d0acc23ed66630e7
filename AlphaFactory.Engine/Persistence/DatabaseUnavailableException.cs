namespace AlphaFactory.Engine.Persistence;

/// <summary>The database cannot be reached or opened; the message says which, why and what to do, and is meant for the user.</summary>
public sealed class DatabaseUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
