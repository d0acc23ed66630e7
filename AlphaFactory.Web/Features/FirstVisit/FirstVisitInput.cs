namespace AlphaFactory.Web.Features.FirstVisit;

/// <summary>What the first visit sends.</summary>
public sealed class FirstVisitInput
{
    /// <summary>Name of the owner.</summary>
    public string Name { get; set; } = "";

    /// <summary>Pass phrase as typed.</summary>
    public string PassPhrase { get; set; } = "";

    /// <summary>The same once more.</summary>
    public string Again { get; set; } = "";
}
