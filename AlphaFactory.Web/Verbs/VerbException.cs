namespace AlphaFactory.Web.Verbs;

/// <summary>A verb cannot do what was asked, for a reason the message explains in full.</summary>
internal sealed class VerbException(string message, int exitCode = ExitCode.Failed) : Exception(message)
{
    /// <summary>Code for the shell.</summary>
    public int Code { get; } = exitCode;
}
