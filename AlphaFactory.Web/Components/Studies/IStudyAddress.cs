namespace AlphaFactory.Web.Components.Studies;

/// <summary>What the address of a study's page says about the view.</summary>
/// <typeparam name="TSelf">The address itself.</typeparam>
public interface IStudyAddress<TSelf>
    where TSelf : IStudyAddress<TSelf>
{
    /// <summary>Reads the query of a link; what cannot be read takes its default.</summary>
    static abstract TSelf Read(string? query);

    /// <summary>The query of this view, without its question mark; defaults are left out.</summary>
    string ToQuery();
}
