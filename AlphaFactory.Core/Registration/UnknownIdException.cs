namespace AlphaFactory.Core.Registration;

/// <summary>Nothing is registered under an id; the message lists what is, and what was probably meant.</summary>
public sealed class UnknownIdException(string message) : Exception(message);
