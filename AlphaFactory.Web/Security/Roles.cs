namespace AlphaFactory.Web.Security;

/// <summary>What a person may do; each role includes the ones after it.</summary>
public static class Roles
{
    /// <summary>Everything, users and settings included.</summary>
    public const string Owner = "owner";

    /// <summary>Runs, strategies and data.</summary>
    public const string Trader = "trader";

    /// <summary>Looks, changes nothing.</summary>
    public const string Viewer = "viewer";

    /// <summary>All roles, the mightiest first.</summary>
    public static IReadOnlyList<string> All { get; } = [Owner, Trader, Viewer];
}
