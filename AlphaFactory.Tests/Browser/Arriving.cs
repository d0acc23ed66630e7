using System.Text.RegularExpressions;
using AlphaFactory.Tests.Support;
using Microsoft.Playwright;

namespace AlphaFactory.Tests.Browser;

/// <summary>
/// Waits for an address by looking at it. The browser driver's own wait listens for a navigation, and on a busy machine it now and then misses one of those that a page makes
/// without loading anew: it then waits for ever at the right address.
/// </summary>
internal static class Arriving
{
    /// <summary>Waits for an address of a shape: <c>**</c> is anything, <c>*</c> anything but a slash.</summary>
    public static Task ArriveAtAsync(this IPage page, string shape) =>
        page.ArriveAtAsync(new Regex($"^{Regex.Escape(shape).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal)}$"));

    public static Task ArriveAtAsync(this IPage page, Regex shape) => Patience.UntilAsync(() => shape.IsMatch(page.Url), $"the address {shape}");

    public static Task ArriveAtAsync(this IPage page, Func<string, bool> isThere) => Patience.UntilAsync(() => isThere(page.Url));
}
