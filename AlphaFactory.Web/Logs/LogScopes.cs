namespace AlphaFactory.Web.Logs;

/// <summary>Names of the properties a logging scope may carry into the log file.</summary>
internal static class LogScopes
{
    /// <summary>Id of the run a line belongs to: <c>BeginScope("Run {RunId}", id)</c>.</summary>
    public const string RunId = "RunId";
}
