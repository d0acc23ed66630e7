namespace AlphaFactory.Web.Features.Data;

/// <summary>How far an import in this browser tab is.</summary>
public enum ImportStep
{
    /// <summary>No file yet.</summary>
    Choose,

    /// <summary>The file is on its way to the server.</summary>
    Uploading,

    /// <summary>It is shown and can be mapped.</summary>
    Preview,

    /// <summary>It is being read and stored.</summary>
    Importing,

    /// <summary>All its bars are stored.</summary>
    Done,
}
