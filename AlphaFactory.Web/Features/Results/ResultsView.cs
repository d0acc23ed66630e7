namespace AlphaFactory.Web.Features.Results;

/// <summary>Which of three lists a run is in.</summary>
public enum ResultsView
{
    /// <summary>The usual one.</summary>
    Current,

    /// <summary>Put aside, still counted as tries.</summary>
    Archived,

    /// <summary>Deleted, and still to be brought back.</summary>
    Deleted,
}
