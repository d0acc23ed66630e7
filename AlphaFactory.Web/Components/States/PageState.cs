namespace AlphaFactory.Web.Components.States;

/// <summary>Where a page or a part of it stands. One of five, shown by <see cref="StateView"/>.</summary>
public abstract record PageState
{
    private PageState()
    {
    }

    /// <summary>Data is on its way; a skeleton shows after 300 ms.</summary>
    public sealed record Loading : PageState;

    /// <summary>There is nothing yet.</summary>
    /// <param name="Why">One sentence why.</param>
    public sealed record Empty(string Why) : PageState;

    /// <summary>It did not work.</summary>
    /// <param name="What">What happened, one line.</param>
    /// <param name="Detail">Where, and what was kept.</param>
    /// <param name="IsFinal">True when another try can end no other way, as with an address of nothing: the page then offers a way on instead.</param>
    public sealed record Failed(string What, string Detail, bool IsFinal = false) : PageState;

    /// <summary>The figures are old; they stay on screen, grey, with their age.</summary>
    /// <param name="Since">When they were true.</param>
    public sealed record Stale(DateTimeOffset Since) : PageState;

    /// <summary>All is there.</summary>
    public sealed record Ready : PageState;
}
