using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Screener;

namespace AlphaFactory.Web.Features.Screener;

/// <summary>Turns conditions into groups one can edit, and back.</summary>
internal static class Conditions
{
    /// <summary>What a new row says until it is changed.</summary>
    public static ScreenComparison Fresh { get; } = new(ValueColumn.Close, ScreenRelation.Above, ScreenOperand.Of(ValueColumn.Parse("sma_200")));

    /// <summary>What a second new row says.</summary>
    public static ScreenComparison Other { get; } = new(ValueColumn.Parse("rsi_14"), ScreenRelation.Below, ScreenOperand.Of(30));

    /// <summary>The outermost group: a lone comparison is a group of one.</summary>
    public static ScreenGroup Root(ScreenCondition? condition) => condition switch
    {
        ScreenGroup group => group,
        null => new ScreenGroup(false, []),
        _ => new ScreenGroup(false, [condition]),
    };

    /// <summary>Without empty groups; null when nothing is left.</summary>
    public static ScreenCondition? Simplify(ScreenCondition condition)
    {
        if (condition is not ScreenGroup group)
        {
            return condition;
        }

        ScreenCondition[] terms = [.. group.Terms.Select(Simplify).OfType<ScreenCondition>()];
        return terms.Length switch { 0 => null, 1 => terms[0], _ => group with { Terms = terms } };
    }
}
