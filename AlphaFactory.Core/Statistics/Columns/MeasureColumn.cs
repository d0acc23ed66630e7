namespace AlphaFactory.Core.Statistics.Columns;

/// <summary>Several figures under one name, or the reason why there are none.</summary>
/// <param name="Values">The figures, each null where undefined; null as a whole when there are none.</param>
/// <param name="Reason">Why there are none; null when there are.</param>
public sealed record MeasureColumn(IReadOnlyList<double?>? Values, string? Reason)
{
    /// <summary>No figures, for a reason in words.</summary>
    public static MeasureColumn Undefined(string reason) => new(null, reason);

    /// <summary>Figures; what is not finite becomes null.</summary>
    public static MeasureColumn Of(IEnumerable<double> values) => new([.. values.Select(value => double.IsFinite(value) ? value : (double?)null)], null);
}
