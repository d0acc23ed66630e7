namespace AlphaFactory.Core.Formulas;

/// <summary>Operators and functions of formulas. Operators in the order in which they bind, loosest first.</summary>
internal static class FormulaWords
{
    public static IReadOnlyList<IReadOnlyDictionary<string, Func<double, double, double>>> Levels { get; } =
    [
        new Dictionary<string, Func<double, double, double>> { ["or"] = (a, b) => Truth(IsTrue(a) || IsTrue(b)) },
        new Dictionary<string, Func<double, double, double>> { ["and"] = (a, b) => Truth(IsTrue(a) && IsTrue(b)) },
        new Dictionary<string, Func<double, double, double>>
        {
            ["<="] = (a, b) => Truth(a <= b),
            [">="] = (a, b) => Truth(a >= b),
            ["=="] = (a, b) => Truth(a == b),
            ["!="] = (a, b) => Truth(a < b || a > b),
            ["<"] = (a, b) => Truth(a < b),
            [">"] = (a, b) => Truth(a > b),
        },
        new Dictionary<string, Func<double, double, double>> { ["+"] = (a, b) => a + b, ["-"] = (a, b) => a - b },
        new Dictionary<string, Func<double, double, double>> { ["*"] = (a, b) => a * b, ["/"] = (a, b) => a / b, ["%"] = (a, b) => a % b },
    ];

    public static IReadOnlyDictionary<string, Func<double, double>> OfOne { get; } = new Dictionary<string, Func<double, double>>
    {
        ["abs"] = Math.Abs, ["sqrt"] = Math.Sqrt, ["log"] = Math.Log, ["exp"] = Math.Exp, ["floor"] = Math.Floor,
    };

    public static IReadOnlyDictionary<string, Func<double, double, double>> OfTwo { get; } = new Dictionary<string, Func<double, double, double>>
    {
        ["min"] = Math.Min, ["max"] = Math.Max, ["pow"] = Math.Pow,
    };

    public static bool IsTrue(double value) => value != 0 && double.IsFinite(value);

    public static double Negate(double value) => -value;

    public static double Not(double value) => Truth(value == 0);

    private static double Truth(bool value) => value ? 1 : 0;
}
