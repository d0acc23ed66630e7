namespace AlphaFactory.Core.Risk;

/// <summary>What all rules together say of an order.</summary>
/// <param name="Quantity">Shares that may be placed, from 0 to what was asked for.</param>
/// <param name="Bound">Every rule that would not have let the whole order pass; empty when all of it may be placed.</param>
public sealed record RiskVerdict(double Quantity, IReadOnlyList<BoundRule> Bound);

/// <summary>A rule that bound.</summary>
/// <param name="Rule">Id of the rule, or of the table itself when the account was not known.</param>
/// <param name="Why">Code and numbers.</param>
/// <param name="Quantity">Shares it would have let pass alone; 0 when it refused.</param>
/// <param name="Halt">How long it refuses new positions.</param>
/// <param name="IsTightest">True for the rule that set the quantity.</param>
public sealed record BoundRule(string Rule, Breach Why, double Quantity, Halt Halt, bool IsTightest);
