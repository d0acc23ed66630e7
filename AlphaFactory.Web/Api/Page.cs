using System.Globalization;

namespace AlphaFactory.Web.Api;

/// <summary>A part of a list.</summary>
/// <param name="Items">The items.</param>
/// <param name="Skip">Items passed over before the first.</param>
/// <param name="HasMore">True when further items follow.</param>
/// <typeparam name="T">What is listed.</typeparam>
public sealed record Page<T>(IReadOnlyList<T> Items, int Skip, bool HasMore);

/// <summary>Reads <c>skip</c> and <c>take</c>.</summary>
internal static class Paging
{
    public const int Default = 50;
    private const int Most = 500;

    /// <summary>Why the numbers are refused, or nothing.</summary>
    public static IEnumerable<string> Faults(int skip, int take)
    {
        if (skip < 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"skip is {skip} but must be 0 or more.");
        }

        if (take is < 1 or > Most)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"take is {take} but must be 1 to {Most}.");
        }
    }

    /// <summary>A page of items of which one more than <paramref name="take"/> was asked for.</summary>
    public static Page<T> Of<T>(IEnumerable<T> items, int skip, int take)
    {
        T[] all = [.. items.Take(take + 1)];
        return new Page<T>(all.Length > take ? all[..take] : all, skip, all.Length > take);
    }
}
