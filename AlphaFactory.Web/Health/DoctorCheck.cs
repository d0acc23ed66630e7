namespace AlphaFactory.Web.Health;

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">What.</param>
/// <param name="State">good, note (works, but know it) or bad.</param>
/// <param name="Text">What was found and, when bad, the remedy.</param>
public sealed record DoctorCheck(string Name, string State, string Text)
{
    public const string Good = "good";
    public const string Note = "note";
    public const string Bad = "bad";
}
