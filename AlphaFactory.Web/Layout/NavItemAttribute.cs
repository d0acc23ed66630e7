namespace AlphaFactory.Web.Layout;

/// <summary>Put on a page, gives it its entry in the rail, the phone bar and the command palette. The address is the page's first route.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NavItemAttribute(string title, string icon, NavGroup group, int order) : Attribute
{
    /// <summary>Word shown.</summary>
    public string Title { get; } = title;

    /// <summary>Name in icons.json.</summary>
    public string Icon { get; } = icon;

    /// <summary>Part of the rail.</summary>
    public NavGroup Group { get; } = group;

    /// <summary>Place within the group, rising.</summary>
    public int Order { get; } = order;

    /// <summary>Keys typed one after the other, such as <c>g h</c>.</summary>
    public string? Keys { get; init; }

    /// <summary>Place from 1 to 5 in the phone's bar; 0 leaves the page out of it.</summary>
    public int Phone { get; init; }
}
