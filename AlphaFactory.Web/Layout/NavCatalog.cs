using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace AlphaFactory.Web.Layout;

/// <summary>Every page that declared a <see cref="NavItemAttribute"/>, in rail order.</summary>
public sealed class NavCatalog
{
    /// <summary>Finds the pages of <paramref name="assembly"/>.</summary>
    /// <exception cref="InvalidOperationException">A declared page has no route, takes a parameter in it, or shares its title or keys with another.</exception>
    public NavCatalog(Assembly assembly)
    {
        Items = [.. assembly.GetTypes()
            .Select(page => (Page: page, Entry: page.GetCustomAttribute<NavItemAttribute>()))
            .Where(found => found.Entry is not null)
            .Select(found => new NavItem(RouteOf(found.Page), found.Entry!))
            .OrderBy(item => item.Entry.Group).ThenBy(item => item.Entry.Order)];
        RefuseTwins("title", item => item.Entry.Title);
        RefuseTwins("keys", item => item.Entry.Keys);
    }

    /// <summary>All entries, by group and order.</summary>
    public IReadOnlyList<NavItem> Items { get; }

    /// <summary>The entries of the phone's bar, left to right.</summary>
    public IEnumerable<NavItem> Phone => Items.Where(item => item.Entry.Phone > 0).OrderBy(item => item.Entry.Phone);

    private static string RouteOf(Type page)
    {
        string? route = page.GetCustomAttributes<RouteAttribute>().Select(attribute => attribute.Template).FirstOrDefault(template => !template.Contains('{', StringComparison.Ordinal));
        return route?.TrimStart('/') ?? throw new InvalidOperationException($"{page.Name} declares an entry in the rail but has no route without parameters. Add one with @page.");
    }

    private void RefuseTwins(string what, Func<NavItem, string?> read)
    {
        string? twin = Items.Select(read).Where(value => value is not null).GroupBy(value => value).FirstOrDefault(group => group.Count() > 1)?.Key;
        if (twin is not null)
        {
            throw new InvalidOperationException($"Two pages in the rail have the same {what}, \"{twin}\". Change one of them.");
        }
    }
}
