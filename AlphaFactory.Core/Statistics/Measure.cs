namespace AlphaFactory.Core.Statistics;

/// <summary>A figure, or the reason why there is none. <c>default</c> is not a valid measure.</summary>
/// <param name="Value">The figure; null when undefined, never NaN or infinite.</param>
/// <param name="Reason">Why it is undefined; null when it is not.</param>
public readonly record struct Measure(double? Value, string? Reason)
{
    /// <summary>No figure, for a reason in words.</summary>
    public static Measure Undefined(string reason) => new(null, reason);

    /// <summary>A figure; one too large for a double is undefined.</summary>
    public static implicit operator Measure(double value) =>
        double.IsFinite(value) ? new(value, null) : Undefined("the figure is too large to write down");

    /// <summary>The same conversion for languages without operators.</summary>
    public static Measure FromDouble(double value) => value;
}
