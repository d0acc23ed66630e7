using System.Data.Common;

namespace AlphaFactory.Web.Components.States;

/// <summary>Turns a store that does not answer into a page's state with words, and a line in the log.</summary>
public static partial class StoreFault
{
    /// <summary>True when the database failed, whether bare or wrapped by its access layer.</summary>
    public static bool Is(Exception fault) => fault is DbException || fault.InnerException is DbException;

    /// <summary>Runs a page's reading.</summary>
    /// <param name="read">Reads and answers the state the page is in afterwards.</param>
    /// <param name="log">Where the whole fault goes.</param>
    /// <returns>What <paramref name="read"/> answered, or the failure in words.</returns>
    public static async Task<PageState> GuardAsync(Func<Task<PageState>> read, ILogger log)
    {
        try
        {
            return await read();
        }
        catch (Exception fault) when (Is(fault))
        {
            LogUnread(log, fault);
            return new PageState.Failed("The store could not be read", $"{(fault.InnerException ?? fault).Message.TrimEnd('.')}. Nothing was changed, and jobs go on where they can. Try again; if it stays so, the log holds the whole report.");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A page could not read the store")]
    private static partial void LogUnread(ILogger log, Exception fault);
}
