namespace AlphaFactory.Web.Logs;

/// <summary>Names of the properties a logging scope may carry into the log file.</summary>
internal static class LogScopes
{
    /// <summary>Id of the run a line belongs to: <c>LoggerMessage.DefineScope&lt;string&gt;("Run {RunId}")</c>.</summary>
    public const string RunId = "RunId";
}
