using AlphaFactory.Web.Components.States;
using AlphaFactory.Web.Logs;

namespace AlphaFactory.Web.Features.Log;

/// <summary>The lines of a filter.</summary>
public sealed class LogModel(LogReader reader)
{
    /// <summary>Lines shown at most.</summary>
    public const int Most = 200;

    /// <summary>Where the page stands.</summary>
    public PageState State { get; private set; } = new PageState.Loading();

    /// <summary>Newest first.</summary>
    public IReadOnlyList<LogLine> Lines { get; private set; } = [];

    /// <summary>Reads the files.</summary>
    public async Task LoadAsync(LogQuery query, CancellationToken cancellationToken)
    {
        Lines = await reader.ReadAsync(query.ToFilter(Most), cancellationToken);
        State = Lines.Count > 0 ? new PageState.Ready() : new PageState.Empty("No line fits this filter.");
    }
}
