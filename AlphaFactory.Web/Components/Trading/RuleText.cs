using System.Globalization;
using AlphaFactory.Core.Registration;
using AlphaFactory.Core.Risk;
using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Trading;
using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Web.Components.Values;

namespace AlphaFactory.Web.Components.Trading;

/// <summary>Rules, protections and the reasons they give, in words and with their numbers in the unit of the code.</summary>
public static class RuleText
{
    private static readonly string s_reserve = RiskRegistry.Shipped().All.Single(entry => entry.Rule is CashReserve).Id;

    /// <summary>Name of a risk rule or protection; of the gate itself, or of a person, what it is called.</summary>
    public static string Name(string id) => RuleWords.Name(id);

    /// <summary>What a code means; the code itself when nobody declares it.</summary>
    public static string Meaning(string code) => RuleWords.Meaning(code);

    /// <summary>The numbers behind a code, <c>7.2% against 5.0%</c>; null when it has none.</summary>
    public static string? Numbers(string code, double value, double limit)
    {
        var unit = RuleWords.Find(code)?.Unit ?? RuleUnit.None;
        return (Write(unit, value), Write(unit, limit)) switch
        {
            ({ } found, { } allowed) => $"{found} against {allowed}",
            ({ } found, null) => found,
            (null, { } allowed) => $"not known, {allowed} is allowed",
            _ => null,
        };
    }

    /// <summary>Why an order was refused: the rule with its numbers, or what it said. The gate itself goes without saying.</summary>
    public static string Why(RefusalFrame refusal) => refusal.Rule == RiskGate.Id
        ? refusal.Words is { Length: > 0 } said ? $"{Meaning(refusal.Code).TrimEnd('.')}: {said}" : Meaning(refusal.Code)
        : $"{Name(refusal.Rule)}: {Numbers(refusal.Code, refusal.Value ?? double.NaN, refusal.Limit ?? double.NaN) ?? refusal.Words ?? Meaning(refusal.Code)}";

    /// <summary>A number in a unit; null for one that is not known.</summary>
    public static string? Write(RuleUnit unit, double value) => unit switch
    {
        RuleUnit.Fraction => FigureText.Percent(value),
        RuleUnit.Count => FigureText.Number(value, double.IsInteger(value) ? 0 : 2),
        RuleUnit.Money => FigureText.Money(value),
        RuleUnit.Multiple => FigureText.Number(value),
        RuleUnit.Seconds => double.IsFinite(value) ? value.ToString("0.#", CultureInfo.InvariantCulture) + " s" : null,
        _ => null,
    };

    /// <summary>A limit in its unit, in as few digits as it has.</summary>
    public static string? Limit(RuleUnit unit, double limit) => unit == RuleUnit.Fraction ? FigureText.Percent(limit, Math.Abs((100 * limit) - Math.Round(100 * limit)) < 1e-9 ? 0 : 2) : Write(unit, limit);

    /// <summary>What an account has of a limit and what it may: of a reserve what is free and the least that must be, of anything else what is used and the most.</summary>
    public static (string? Has, string? May, string Word) Bar(RiskBar bar) => bar.Rule == s_reserve
        ? (FigureText.Percent(1 - (bar.Used ?? double.NaN), 1), Limit(bar.Unit, 1 - bar.Limit), "min")
        : (Write(bar.Unit, bar.Used ?? double.NaN), Limit(bar.Unit, bar.Limit), "of");
}
