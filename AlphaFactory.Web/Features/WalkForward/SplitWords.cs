using System.Globalization;
using AlphaFactory.Engine.Optimization.CrossValidation;
using AlphaFactory.Web.Components.Values;

namespace AlphaFactory.Web.Features.WalkForward;

/// <summary>Splits of a cross-validation in words.</summary>
internal static class SplitWords
{
    /// <summary>What stands beside splits that leave nothing out.</summary>
    public const string NothingLeftOut = "Nothing is left out at the borders, so a trade across one belongs to both sides and flatters the test. Take a purge as long as a trade lasts and an embargo as long as the longest average.";

    /// <summary>Stretches of days, one behind the other.</summary>
    public static string Days(IReadOnlyList<SplitStretch> stretches) => string.Join(", ", stretches.Select(stretch => $"{FigureText.Date(stretch.From)} to {FigureText.Date(stretch.To)}"));

    /// <summary>How the days are cut.</summary>
    public static string Cut(CrossValidationDefinition validation) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(validation.IsCombinatorial ? $"combinatorial, {validation.TestFolds} of {validation.Folds} folds tested" : $"k-fold, {validation.Folds} folds")}, purge {validation.Purge}, embargo {validation.Embargo} days");
}
