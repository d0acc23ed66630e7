using System.Text;
using System.Text.RegularExpressions;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Indicators;

/// <summary>Reads and writes the column names of one output, such as <c>macd_signal_{fast}_{slow}_{signal}</c>.</summary>
internal sealed class ColumnTemplate
{
    private static readonly Regex s_optional = new(@"\[([^\]]*)\]");
    private static readonly Regex s_placeholder = new(@"\{(\w+)\}");
    private static readonly Regex s_parts = new(@"\{\w+\}|\[|\]|[^{}\[\]]+");

    private readonly string _template;
    private readonly ParameterSchema<IndicatorParameters> _schema;
    private readonly Regex _reader;

    public ColumnTemplate(string template, ParameterSchema<IndicatorParameters> schema)
    {
        (_template, _schema) = (template, schema);
        var pattern = new StringBuilder("^");
        foreach (Match part in s_parts.Matches(template))
        {
            pattern.Append(part.Value switch
            {
                "[" => "(?:",
                "]" => ")?",
                ['{', ..] => $"(?<{part.Value[1..^1]}>{ValuePattern(Definition(part.Value[1..^1]))})",
                _ => Regex.Escape(part.Value),
            });
        }

        _reader = new Regex(pattern.Append('$').ToString(), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    /// <summary>The parameters a name spells, or null when it is no name of this output; faults says what is wrong with its values.</summary>
    public IndicatorParameters? Read(string column, out IReadOnlyList<string> faults)
    {
        faults = [];
        if (_reader.Match(column) is not { Success: true } match)
        {
            return null;
        }

        var values = _schema.Definitions
            .Where(definition => match.Groups[definition.Name].Success)
            .ToDictionary(definition => definition.Name, definition => Spelled(definition, match.Groups[definition.Name].Value));
        return _schema.Parse(values, out faults);
    }

    /// <summary>The name of this output with these parameters.</summary>
    public string Write(IndicatorParameters parameters)
    {
        var values = _schema.Format(parameters);
        string text = WithoutUsual(values);
        return s_placeholder.Replace(text, match => IsField(Definition(match.Groups[1].Value)) ? values[match.Groups[1].Value][..1] : values[match.Groups[1].Value]);
    }

    /// <summary>The values the name spells, as words, in the order of their declaration.</summary>
    public IEnumerable<string> ShownValues(IndicatorParameters parameters)
    {
        var values = _schema.Format(parameters);
        var shown = s_placeholder.Matches(WithoutUsual(values)).Select(match => match.Groups[1].Value).ToHashSet();
        return _schema.Definitions.Where(definition => shown.Contains(definition.Name)).Select(definition => values[definition.Name]);
    }

    // The template without the parts in brackets whose parameters have their defaults.
    private string WithoutUsual(IReadOnlyDictionary<string, string> values) => s_optional.Replace(_template, part =>
        s_placeholder.Matches(part.Value).All(match => values[match.Groups[1].Value] == Definition(match.Groups[1].Value).Default) ? "" : part.Groups[1].Value);

    private ParameterDefinition Definition(string name) =>
        _schema.Definitions.FirstOrDefault(definition => definition.Name == name)
        ?? throw new RegistrationException($"The column template \"{_template}\" names {{{name}}}, which is not one of its parameters.");

    // A column of the bar is spelt by its first letter: correl_hl_30 is high and low.
    private static bool IsField(ParameterDefinition definition) => definition.Choices.SequenceEqual(["open", "high", "low", "close", "volume"]);

    private static string Spelled(ParameterDefinition definition, string text) =>
        IsField(definition) ? definition.Choices.First(choice => choice.StartsWith(text, StringComparison.OrdinalIgnoreCase)) : text;

    private static string ValuePattern(ParameterDefinition definition) => definition.Kind switch
    {
        ParameterKind.WholeNumber => @"\d{1,9}",
        ParameterKind.Number => @"-?\d+(?:\.\d+)?",
        ParameterKind.Choice when IsField(definition) => "[ohlcv]",
        ParameterKind.Choice => string.Join('|', definition.Choices),
        _ => "true|false",
    };
}
