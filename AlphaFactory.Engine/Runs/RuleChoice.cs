namespace AlphaFactory.Engine.Runs;

/// <summary>A sizing or risk rule that a run asks for.</summary>
/// <param name="Rule">Registered id of the rule.</param>
public sealed record RuleChoice(string Rule)
{
    /// <summary>Parameters by snake_case name as text; an absent one takes its default.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>The choice with one parameter set.</summary>
    public RuleChoice With(string name, string text) => this with { Parameters = new Dictionary<string, string>(Parameters, StringComparer.Ordinal) { [name] = text } };
}
