using System.Globalization;
using AlphaFactory.Core.Registration;
using AlphaFactory.Core.Risk;
using AlphaFactory.Core.Trading;
using AlphaFactory.Core.Trading.Protections;
using AlphaFactory.Web.Components.Values;

namespace AlphaFactory.Web.Components.Trading;

/// <summary>Rules, protections and the reasons they give, in words and with their numbers in the unit of the code.</summary>
public static class RuleText
{
    /// <summary>Name of a risk rule or protection; of the gate itself, or of a person, what it is called.</summary>
    public static string Name(string id) => RiskRegistry.Shipped().Find(id)?.Name ?? ProtectionRegistry.Shipped().Find(id)?.Name ?? (id == RiskGate.Id ? "The gate" : id);

    /// <summary>What a code means; the code itself when nobody declares it.</summary>
    public static string Meaning(string code) => Find(code)?.Meaning ?? code;

    /// <summary>The numbers behind a code, <c>7.2% against 5.0%</c>; null when it has none.</summary>
    public static string? Numbers(string code, double value, double limit)
    {
        var unit = Find(code)?.Unit ?? RuleUnit.None;
        return (Write(unit, value), Write(unit, limit)) switch
        {
            ({ } found, { } allowed) => $"{found} against {allowed}",
            ({ } found, null) => found,
            (null, { } allowed) => $"not known, {allowed} is allowed",
            _ => null,
        };
    }

    /// <summary>A number in a unit; null for one that is not known.</summary>
    public static string? Write(RuleUnit unit, double value) => unit switch
    {
        RuleUnit.Fraction => FigureText.Percent(value),
        RuleUnit.Count => FigureText.Number(value, double.IsInteger(value) ? 0 : 2),
        RuleUnit.Money => FigureText.Money(value),
        RuleUnit.Seconds => double.IsFinite(value) ? value.ToString("0.#", CultureInfo.InvariantCulture) + " s" : null,
        _ => null,
    };

    /// <summary>A limit in its unit, in as few digits as it has.</summary>
    public static string? Limit(RuleUnit unit, double limit) => unit == RuleUnit.Fraction ? FigureText.Percent(limit, Math.Abs((100 * limit) - Math.Round(100 * limit)) < 1e-9 ? 0 : 2) : Write(unit, limit);

    private static RuleCode? Find(string code) =>
        RiskRegistry.Shipped().Code(code) ?? RiskGate.Codes.FirstOrDefault(one => one.Id == code)
        ?? ProtectionRegistry.Shipped().All.SelectMany(entry => entry.Protection.Codes).FirstOrDefault(one => one.Id == code);
}
