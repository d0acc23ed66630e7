using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Parameters;

/// <summary>One parameter as its property declares it.</summary>
public sealed class ParameterDefinition
{
    private readonly PropertyInfo? _property;
    private readonly Type _type;
    private readonly Func<object, object> _get;
    private readonly Action<object, object> _set;
    private readonly Action<object, double>? _write;
    private readonly RangeAttribute? _range;
    private readonly bool _isPercent;

    internal ParameterDefinition(PropertyInfo property, object defaults)
    {
        _property = property;
        (_type, _get, _set) = (property.PropertyType, parameters => property.GetValue(parameters)!, property.SetValue);
        var display = property.GetCustomAttribute<DisplayAttribute>();
        _range = property.GetCustomAttribute<RangeAttribute>();
        _isPercent = property.GetCustomAttribute<PercentAttribute>() is not null;
        Name = NameCase.Snake(property.Name) + (_isPercent ? "_pct" : "");
        Kind = ParameterText.KindOf(property);
        Label = display?.GetName() ?? Name.Replace('_', ' ');
        Help = display?.GetDescription() ?? "";
        Unit = _isPercent ? "%" : property.GetCustomAttribute<UnitAttribute>()?.Name;
        Sweep = property.GetCustomAttribute<SweepAttribute>();
        Minimum = _range is null ? null : Outside(Convert.ToDouble(_range.Minimum, CultureInfo.InvariantCulture));
        Maximum = _range is null ? null : Outside(Convert.ToDouble(_range.Maximum, CultureInfo.InvariantCulture));
        Choices = Kind == ParameterKind.Choice ? [.. Enum.GetNames(property.PropertyType).Select(NameCase.Kebab)] : [];
        Default = TextOf(defaults);
    }

    /// <summary>A number that no property declares: one a set of rules names.</summary>
    internal ParameterDefinition(
        string name, ParameterKind kind, string label, string help, string? unit, double? minimum, double? maximum, SweepAttribute? sweep, string text, Func<object, double> get, Action<object, double> set)
    {
        (Name, Kind, Label, Help, Unit, Minimum, Maximum, Sweep, Default) = (name, kind, label, help, unit, minimum, maximum, sweep, text);
        _type = kind == ParameterKind.WholeNumber ? typeof(int) : typeof(double);
        (_get, _set, _write) = (parameters => get(parameters), (parameters, value) => set(parameters, Convert.ToDouble(value, CultureInfo.InvariantCulture)), set);
        Choices = [];
    }

    /// <summary>Name in snake_case: in files, links, the API and on the command line.</summary>
    public string Name { get; }

    /// <summary>What kind of value it takes.</summary>
    public ParameterKind Kind { get; }

    /// <summary>Label of its input.</summary>
    public string Label { get; }

    /// <summary>One sentence of help; empty when there is none.</summary>
    public string Help { get; }

    /// <summary>Unit shown behind its input; null when it has none.</summary>
    public string? Unit { get; }

    /// <summary>Smallest valid value; null when unbounded.</summary>
    public double? Minimum { get; }

    /// <summary>Largest valid value; null when unbounded.</summary>
    public double? Maximum { get; }

    /// <summary>The words of a choice, lower-kebab; empty otherwise.</summary>
    public IReadOnlyList<string> Choices { get; }

    /// <summary>Range of the optimiser; null when it is not swept.</summary>
    public SweepAttribute? Sweep { get; }

    /// <summary>Default as text.</summary>
    public string Default { get; }

    /// <summary>What may be written, in words: <c>a whole number from 2 to 500</c>.</summary>
    public string Allowed => Kind switch
    {
        ParameterKind.WholeNumber => "a whole number" + Bounds,
        ParameterKind.Number => "a number" + Bounds,
        ParameterKind.Switch => "true or false",
        ParameterKind.Choice => "one of " + string.Join(", ", Choices),
        _ => "a day written as 2024-12-31",
    };

    private string Bounds => (Minimum, Maximum) switch
    {
        ({ } low, { } high) => string.Create(CultureInfo.InvariantCulture, $" from {low} to {high}"),
        _ => "",
    };

    /// <summary>The value of this parameter in a record, as text.</summary>
    public string TextOf(object parameters) => _get(parameters) switch
    {
        double fraction when _isPercent => PercentText.OfFraction(fraction),
        var value => ParameterText.Format(value),
    };

    /// <summary>Code of a value as one number: itself, 0 or 1 of a switch, the place of a word among <see cref="Choices"/>, the day number of a day.</summary>
    /// <returns>The code, or null when the text is no valid value.</returns>
    public double? Encode(string text) => ParameterText.Parse(text, _type) is { } value && InRange(value) ? ParameterSetter.Encode(value) : null;

    /// <summary>Writes a coded value into a record, without allocation: what a sweep does once a set.</summary>
    /// <returns>Takes a record and a code of <see cref="Encode"/>; nothing is checked.</returns>
    public Action<object, double> Setter() => _write ?? ParameterSetter.Of(_property!);

    internal string? TrySet(object parameters, string text)
    {
        if (Parse(text) is not { } value || !InRange(value))
        {
            string suggestion = Kind == ParameterKind.Choice ? Suggestion.Sentence(text, Choices) : "";
            return $"{Name} is \"{text}\" but must be {Allowed}; the default is {Default}.{suggestion}";
        }

        _set(parameters, value);
        return null;
    }

    internal string? DefaultFault(object defaults) =>
        InRange(_get(defaults)) ? null : $"the default of {Name} is {Default} but must be {Allowed}";

    private bool InRange(object value)
    {
        if (value is not (int or double))
        {
            return true;
        }

        double number = Outside(Convert.ToDouble(value, CultureInfo.InvariantCulture));
        return double.IsFinite(number) && !(number < Minimum) && !(number > Maximum);
    }

    private object? Parse(string text) => _isPercent ? PercentText.ToFraction(text) : ParameterText.Parse(text, _type);

    /// <summary>The number as it is written: per cent for a fraction.</summary>
    private double Outside(double value) => _isPercent && double.IsFinite(value) ? double.Parse(PercentText.OfFraction(value), CultureInfo.InvariantCulture) : value;
}
