using System.Globalization;
using AlphaFactory.Core.Registration;
using AlphaFactory.Core.Risk;
using AlphaFactory.Core.Trading;
using AlphaFactory.Core.Trading.Protections;
using AlphaFactory.Engine.Trading.Live;

namespace AlphaFactory.Engine.Trading;

/// <summary>Rules, protections and their reasons as sentences name them: people read what they are called, never their ids.</summary>
public static class RuleWords
{
    /// <summary>Name of a risk rule or protection; of the gate and its table, what they are called; of a person, the name itself.</summary>
    public static string Name(string id) => RiskRegistry.Shipped().Find(id)?.Name ?? ProtectionRegistry.Shipped().Find(id)?.Name
        ?? id switch { RiskGate.Id => "The gate", RiskTable.Account => "The account", LiveRunner.Id => "The desk", _ => id };

    /// <summary>What is known of a code; null when nobody declares it.</summary>
    public static RuleCode? Find(string code) => RiskRegistry.Shipped().Code(code) ?? RiskGate.Codes.FirstOrDefault(one => one.Id == code)
        ?? (code == LiveRunner.TooLate.Id ? LiveRunner.TooLate : ProtectionRegistry.Shipped().All.SelectMany(entry => entry.Protection.Codes).FirstOrDefault(one => one.Id == code));

    /// <summary>What a code means, a sentence; the code itself when nobody declares it.</summary>
    public static string Meaning(string code) => Find(code)?.Meaning ?? code;

    /// <summary><c>7.2% where 5% is allowed</c>; null when the code has no numbers or they are not known.</summary>
    public static string? Numbers(string code, double? value, double? limit) =>
        Find(code) is { Unit: not RuleUnit.None and var unit } && (value, limit) is ({ } was, { } allowed) && double.IsFinite(was) && double.IsFinite(allowed) ? $"{Number(unit, was)} where {Number(unit, allowed)} is allowed" : null;

    private static string Number(RuleUnit unit, double value) => unit switch
    {
        RuleUnit.Fraction => value.ToString("#,0.##%", CultureInfo.InvariantCulture),
        RuleUnit.Multiple => value.ToString("#,0.00", CultureInfo.InvariantCulture),
        RuleUnit.Money => value.ToString("$#,0.00", CultureInfo.InvariantCulture),
        RuleUnit.Seconds => value.ToString("#,0.# s", CultureInfo.InvariantCulture),
        _ => value.ToString("#,0.####", CultureInfo.InvariantCulture),
    };
}
