using AlphaFactory.Core.Indicators;

namespace AlphaFactory.Core.Screener;

/// <summary>
/// Something that holds of the latest values of a series, does not, or cannot be known because a value is missing. What cannot be known
/// is never a hit.
/// </summary>
public abstract record ScreenCondition
{
    private protected ScreenCondition()
    {
    }

    /// <summary>The columns it reads, in order, some perhaps twice.</summary>
    public abstract IEnumerable<ValueColumn> Columns { get; }

    /// <summary>True, false, or null when a missing value leaves it open.</summary>
    /// <param name="value">The latest value of a column; NaN where there is none.</param>
    public abstract bool? Holds(Func<ValueColumn, double> value);
}

/// <summary>A column against a number or another column.</summary>
/// <param name="Left">The column.</param>
/// <param name="Relation">How they must stand.</param>
/// <param name="Right">What it is compared with.</param>
public sealed record ScreenComparison(ValueColumn Left, ScreenRelation Relation, ScreenOperand Right) : ScreenCondition
{
    /// <inheritdoc/>
    public override IEnumerable<ValueColumn> Columns => Right.Column is { } right ? [Left, right] : [Left];

    /// <inheritdoc/>
    public override bool? Holds(Func<ValueColumn, double> value)
    {
        double left = value(Left), right = Right.Column is { } column ? value(column) : Right.Number;
        return double.IsFinite(left) && double.IsFinite(right) ? Relation.Holds(left, right) : null;
    }
}

/// <summary>Several conditions of which all, or any, must hold.</summary>
/// <param name="IsAny">True when one is enough.</param>
/// <param name="Terms">One or more.</param>
public sealed record ScreenGroup(bool IsAny, IReadOnlyList<ScreenCondition> Terms) : ScreenCondition
{
    /// <inheritdoc/>
    public override IEnumerable<ValueColumn> Columns => Terms.SelectMany(term => term.Columns);

    /// <inheritdoc/>
    public override bool? Holds(Func<ValueColumn, double> value)
    {
        // One known term may decide, whatever else is missing: a false one of all, a true one of any.
        bool? answer = !IsAny;
        foreach (var term in Terms)
        {
            bool? one = term.Holds(value);
            if (one == IsAny)
            {
                return IsAny;
            }

            answer = one is null ? null : answer;
        }

        return answer;
    }
}

/// <summary>The right side of a comparison.</summary>
/// <param name="Number">The number; without meaning when there is a column.</param>
/// <param name="Column">The column; null when it is a number.</param>
public sealed record ScreenOperand(double Number, ValueColumn? Column)
{
    /// <summary>A number.</summary>
    public static ScreenOperand Of(double number) => new(number, null);

    /// <summary>A column.</summary>
    public static ScreenOperand Of(ValueColumn column) => new(0, column);
}
