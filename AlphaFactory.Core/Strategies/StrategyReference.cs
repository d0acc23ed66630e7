using System.Globalization;

namespace AlphaFactory.Core.Strategies;

/// <summary>How a run names its strategy: an id, or an id with a version such as <c>dip-buyer@3</c>.</summary>
public static class StrategyReference
{
    private const char Mark = '@';

    /// <summary>The text of an id and a version.</summary>
    public static string Of(string id, int? version) => version is { } number ? string.Create(CultureInfo.InvariantCulture, $"{id}{Mark}{number}") : id;

    /// <summary>The id alone: every version of a strategy counts as one.</summary>
    public static string IdOf(string reference) => reference.IndexOf(Mark, StringComparison.Ordinal) is var place and >= 0 ? reference[..place] : reference;

    /// <summary>The version; null when none is named or it is no number from 1.</summary>
    public static int? VersionOf(string reference) =>
        reference.IndexOf(Mark, StringComparison.Ordinal) is var place and >= 0 && int.TryParse(reference.AsSpan(place + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int version) && version > 0 ? version : null;
}
