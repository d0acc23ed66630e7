using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Rules;

/// <summary>Operands: numbers, columns of the bar, indicators with their arguments.</summary>
internal sealed partial class RuleParser
{
    private static readonly HashSet<string> s_reserved = new(["and", "or", "not", "for", "within", "bar", "bars", "crosses", "above", "below", "when", "otherwise", "after", .. RuleText.Statements], StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, double> _parameters = new(StringComparer.Ordinal);
    private readonly HashSet<IndicatorSeries> _indicators = [];

    private Operand? ReadOperand()
    {
        if (Now.Kind is RuleTokenKind.Number or RuleTokenKind.Parameter)
        {
            if (ReadNumber() is not { } number)
            {
                return null;
            }

            if (!Now.Is("*"))
            {
                return new NumberOperand(number);
            }

            Take();
            return ReadSeriesOperand(number, "Expected a price or an indicator after \"*\"");
        }

        return ReadSeriesOperand(null, "Expected a price, an indicator or a number");
    }

    private SeriesOperand? ReadSeriesOperand(RuleNumber? factor, string expected)
    {
        if (Now.Kind != RuleTokenKind.Word || s_reserved.Contains(Now.Text))
        {
            return Fail<SeriesOperand>(Now, $"{expected}, but found {Now.Shown}.");
        }

        if (ReadSeries() is not { } series)
        {
            return null;
        }

        if (Now.Is("*"))
        {
            return Fail<SeriesOperand>(Now, "The factor comes first, as in 1.02 * close.");
        }

        if (!Now.Is("["))
        {
            return new SeriesOperand(series, null, factor);
        }

        Take();
        if (ReadCount(0) is not { } ago)
        {
            return null;
        }

        if (!Now.Is("]"))
        {
            return Fail<SeriesOperand>(Now, $"Expected \"]\" after the bars to look back, but found {Now.Shown}.");
        }

        Take();
        return new SeriesOperand(series, ago, factor);
    }

    private RuleSeries? ReadSeries()
    {
        var word = Take();
        if (Enum.GetValues<PriceField>().Where(field => word.Is(field.ToString())).Cast<PriceField?>().FirstOrDefault() is { } price)
        {
            return Now.Is("(") ? Fail<RuleSeries>(Now, $"{word.Text.ToLowerInvariant()} has no parameters. Remove the parentheses.") : new PriceSeries(price);
        }

        var name = vocabulary.Find(word.Text);
        if (name is null && !Now.Is("("))
        {
            var faults = new List<string>();
            if (vocabulary.Column(word.Text, faults) is { } column)
            {
                name = vocabulary.All.First(known => known.Indicator == column.Indicator && known.Output == column.Output);
                var values = column.Indicator.Parameters.Format(column.Parameters);
                return Counted(word, new IndicatorSeries(name.Text, [.. column.Indicator.Parameters.Definitions.Select(definition => RuleArguments.Value(definition, values[definition.Name]))]));
            }

            return Fail<RuleSeries>(word, faults.Count > 0 ? string.Join(" ", faults) : vocabulary.Miss(word.Text));
        }

        if (name is null)
        {
            return Fail<RuleSeries>(word, vocabulary.Miss(word.Text));
        }

        return ReadArguments(name) is { } arguments ? Counted(word, new IndicatorSeries(name.Text, arguments)) : null;
    }

    private IndicatorSeries? Counted(RuleToken word, IndicatorSeries series) =>
        _indicators.Add(series) && _indicators.Count > RuleLimits.Indicators
            ? Fail<IndicatorSeries>(word, $"There are more than {RuleLimits.Indicators} different indicators. Leave some out.")
            : series;

    private Sequence<RuleValue>? ReadArguments(SeriesName name)
    {
        var schema = name.Indicator.Parameters;
        var values = new RuleValue?[schema.Definitions.Count];
        var open = Now;
        if (open.Is("("))
        {
            Take();
            bool named = false;
            for (int place = 0; !Now.Is(")"); place++)
            {
                if (place > 0 && !TakeComma(name))
                {
                    return null;
                }

                named |= Now.Kind == RuleTokenKind.Word && Ahead.Is("=");
                if (!ReadArgument(name, values, named ? null : place))
                {
                    return null;
                }
            }

            Take();
        }

        Sequence<RuleValue> arguments = [.. schema.Definitions.Select((definition, place) => values[place] ?? RuleArguments.Value(definition, definition.Default))];
        return RuleArguments.Parse(name.Indicator, arguments, null, out var faults) is not null
            ? arguments
            : Fail<Sequence<RuleValue>>(open.Kind == RuleTokenKind.Sign ? open with { Length = tokens[_at - 1].End - open.Start } : open, string.Join(" ", faults));
    }

    private bool TakeComma(SeriesName name)
    {
        if (Now.Is(","))
        {
            Take();
            return true;
        }

        Note(Now, $"Expected \",\" or \")\" in the parameters of {name.Text}, but found {Now.Shown}.");
        return false;
    }

    private bool ReadArgument(SeriesName name, RuleValue?[] values, int? position)
    {
        var definitions = name.Indicator.Parameters.Definitions;
        var at = Now;
        int place = position ?? -1;
        if (position is null)
        {
            if (at.Kind != RuleTokenKind.Word || !Ahead.Is("="))
            {
                Note(at, $"After a named parameter the others of {name.Text} need their names, too: {string.Join(", ", definitions.Select(known => known.Name))}.");
                return false;
            }

            place = definitions.ToList().FindIndex(known => at.Is(known.Name));
            Take();
            Take();
        }

        if (place < 0 || place >= definitions.Count)
        {
            string known = definitions.Count == 0 ? $"{name.Text} has no parameters." : $"{name.Text} has {string.Join(", ", definitions.Select(definition => definition.Name))}.";
            Note(at, place < 0 ? $"\"{at.Text}\" is no parameter of {name.Text}.{Suggestion.Sentence(at.Text, definitions.Select(definition => definition.Name))} {known}" : $"These are too many parameters. {known}");
            return false;
        }

        if (values[place] is not null)
        {
            Note(at, $"{definitions[place].Name} of {name.Text} is there twice. Leave one out.");
            return false;
        }

        values[place] = ReadArgumentValue(name, definitions[place]);
        return values[place] is not null;
    }

    private RuleValue? ReadArgumentValue(SeriesName name, ParameterDefinition definition)
    {
        var at = Now;
        bool takesNumber = definition.Kind is ParameterKind.WholeNumber or ParameterKind.Number;
        RuleValue? value = at.Kind switch
        {
            RuleTokenKind.Number or RuleTokenKind.Parameter when takesNumber => ReadNumber(),
            RuleTokenKind.Word when !takesNumber => new RuleWord(Take().Text.ToLowerInvariant()),
            _ => Fail<RuleValue>(at, $"{definition.Name} of {name.Text} must be {definition.Allowed}, but found {at.Shown}."),
        };
        if (value is null)
        {
            return null;
        }

        string? fault = definition.TrySet(name.Indicator.Parameters.Defaults(), RuleArguments.Text(value, null));
        return fault is null ? value : Fail<RuleValue>(at, $"In {name.Text}, {fault}");
    }

    private RuleNumber? ReadNumber()
    {
        var token = Take();
        if (token.Kind == RuleTokenKind.Number)
        {
            return new RuleNumber(token.Number);
        }

        string name = token.Text.ToLowerInvariant();
        if (name.Contains('-', StringComparison.Ordinal))
        {
            return Fail<RuleNumber>(token, $"The name of a parameter has no dash. Write ${name.Replace('-', '_')}.");
        }

        bool known = _parameters.TryGetValue(name, out double value);
        if (Now.Is("=") && Ahead.Kind == RuleTokenKind.Number)
        {
            Take();
            var number = Take();
            if (known && value != number.Number)
            {
                return Fail<RuleNumber>(number, $"${name} has the default {new RuleNumber(value).Text} already. Leave the second default out, or name another parameter.");
            }

            (known, value) = (true, number.Number);
            _parameters[name] = value;
        }

        if (!known)
        {
            return Fail<RuleNumber>(token, $"${name} has no default yet. Write it where the parameter is first used, as in ${name}=14.");
        }

        return _parameters.Count <= RuleLimits.Parameters
            ? new RuleNumber(value, name)
            : Fail<RuleNumber>(token, $"There are more than {RuleLimits.Parameters} parameters. Make some of them plain numbers.");
    }

    private RuleNumber? ReadCount(int least)
    {
        var at = Now;
        if (at.Kind is not (RuleTokenKind.Number or RuleTokenKind.Parameter))
        {
            return Fail<RuleNumber>(at, $"Expected a number of bars from {least} to {RuleLimits.Bars}, but found {at.Shown}.");
        }

        return ReadNumber() is not { } count ? null
            : count.Value >= least && count.Value <= RuleLimits.Bars && count.Value == Math.Floor(count.Value) ? count
            : Fail<RuleNumber>(at, $"{count.Text} is no number of bars. Write a whole number from {least} to {RuleLimits.Bars}.");
    }
}
