namespace AlphaFactory.Engine.Optimization.Plateaus;

/// <summary>What the sets of a cluster have on one axis.</summary>
/// <param name="Name">Name of the axis.</param>
/// <param name="IsRange">True where all values of the axis are numbers.</param>
/// <param name="Values">The lowest and the highest value taken where they are numbers, one where these are equal; else every value taken, in the order of the axis.</param>
public sealed record ClusterRange(string Name, bool IsRange, IReadOnlyList<string> Values)
{
    /// <summary>As people read it: <c>5..20</c>, or values between commas.</summary>
    public string Write() => string.Join(IsRange ? ".." : ",", Values);
}
