using AlphaFactory.Core.Parameters;

namespace AlphaFactory.Engine.Runs;

/// <summary>A parameter of a sizing or risk rule that a run has on.</summary>
/// <param name="Definition">Its declaration.</param>
/// <param name="RuleName">Name of its rule, for people.</param>
/// <param name="Field">How it is read and written under a key of its own.</param>
public sealed record RunRuleParameter(ParameterDefinition Definition, string RuleName, RunSpecField Field);
