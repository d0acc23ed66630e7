using System.Globalization;
using System.Reflection;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Parameters;

/// <summary>Text forms of parameter values: one spelling in files, links, the API and on the command line.</summary>
internal static class ParameterText
{
    public static ParameterKind KindOf(PropertyInfo property) => property.PropertyType switch
    {
        var type when type == typeof(int) => ParameterKind.WholeNumber,
        var type when type == typeof(double) => ParameterKind.Number,
        var type when type == typeof(bool) => ParameterKind.Switch,
        var type when type == typeof(DateOnly) => ParameterKind.Date,
        { IsEnum: true } => ParameterKind.Choice,
        var type => throw new RegistrationException($"{property.DeclaringType?.FullName}.{property.Name} is a {type.Name}; a parameter must be int, double, bool, an enum or DateOnly."),
    };

    /// <summary>The value, or null when the text is none of the type.</summary>
    public static object? Parse(string text, Type type)
    {
        var culture = CultureInfo.InvariantCulture;
        if (type == typeof(int))
        {
            return int.TryParse(text, NumberStyles.AllowLeadingSign, culture, out int whole) ? whole : null;
        }

        if (type == typeof(double))
        {
            return double.TryParse(text, NumberStyles.Float, culture, out double number) ? number : null;
        }

        if (type == typeof(bool))
        {
            return bool.TryParse(text, out bool yes) ? yes : null;
        }

        if (type == typeof(DateOnly))
        {
            return DateOnly.TryParseExact(text, "yyyy-MM-dd", culture, DateTimeStyles.None, out var day) ? day : null;
        }

        return Enum.GetNames(type).FirstOrDefault(name => string.Equals(NameCase.Kebab(name), text, StringComparison.OrdinalIgnoreCase)) is { } match
            ? Enum.Parse(type, match)
            : null;
    }

    public static string Format(object value) => value switch
    {
        bool yes => yes ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Enum choice => NameCase.Kebab(choice.ToString()),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
