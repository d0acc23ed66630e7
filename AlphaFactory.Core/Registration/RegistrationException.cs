namespace AlphaFactory.Core.Registration;

/// <summary>The program is put together wrongly; thrown at start, with the classes concerned in the message.</summary>
public sealed class RegistrationException(string message) : Exception(message);
