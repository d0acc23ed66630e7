namespace AlphaFactory.Web.Features.Result;

/// <summary>What the menu of a result offers.</summary>
public enum RunAction
{
    /// <summary>Give it another name.</summary>
    Rename,

    /// <summary>Write tags and a note.</summary>
    Mark,

    /// <summary>Keep it at the head of the list, or let it go.</summary>
    Pin,

    /// <summary>Put it out of the usual list, or back into it.</summary>
    Archive,

    /// <summary>Hide it.</summary>
    Delete,

    /// <summary>Bring it back after a deletion.</summary>
    Restore,
}
