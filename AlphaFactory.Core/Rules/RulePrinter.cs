using System.Text;

namespace AlphaFactory.Core.Rules;

/// <summary>Writes a tree as canonical text: a parameter's default stands where the parameter is first used, every nested group in parentheses.</summary>
internal sealed class RulePrinter(bool names = true)
{
    private readonly StringBuilder _text = new();
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);

    public static string Print(RuleSet rules)
    {
        var printer = new RulePrinter();
        printer.Side(rules.LongSide, "buy", "sell");
        printer.Side(rules.ShortSide, "short", "cover");
        foreach (var setting in rules.Settings)
        {
            printer.Line().Append("with ").Append(setting.Key).Append(' ').Append(setting.Value);
        }

        return printer._text.ToString();
    }

    public static string Print(Condition condition)
    {
        var printer = new RulePrinter();
        printer.Write(condition);
        return printer._text.ToString();
    }

    /// <summary>The condition with the plain values of its parameters, for people to read.</summary>
    public static string PrintValues(Condition condition)
    {
        var printer = new RulePrinter(names: false);
        printer.Write(condition);
        return printer._text.ToString();
    }

    private StringBuilder Line() => _text.Length == 0 ? _text : _text.Append('\n');

    private void Side(SideRules? side, string enter, string leave)
    {
        if (side is null)
        {
            return;
        }

        Line().Append(enter).Append(" when ");
        Write(side.Entry);
        if (side.Exit is { } exit)
        {
            Line().Append(leave).Append(" when ");
            Write(exit);
        }

        if (side.Otherwise)
        {
            Line().Append(leave).Append(" otherwise");
        }

        if (side.After is { } after)
        {
            Line().Append(leave).Append(" after ");
            Bars(after);
        }
    }

    private void Write(Condition condition)
    {
        switch (condition)
        {
            case Comparison comparison:
                // "$level = 1.5 * close" would read as the default of $level, so there it is always written out.
                Write(comparison.Left, always: comparison.Relation == Relation.Equal);
                _text.Append(' ').Append(RelationText.Of(comparison.Relation)).Append(' ');
                Write(comparison.Right, always: false);
                break;
            case Group group:
                for (int i = 0; i < group.Terms.Count; i++)
                {
                    _text.Append(i == 0 ? "" : group.Kind == GroupKind.All ? " and " : " or ");
                    Nested(group.Terms[i], group.Terms[i] is Group);
                }

                break;
            case Negation negation:
                _text.Append("not ");
                Nested(negation.Term, negation.Term is Group);
                break;
            case Lasting lasting:
                Nested(lasting.Term, lasting.Term is not Comparison);
                _text.Append(lasting.Kind == LastingKind.For ? " for " : " within ");
                Bars(lasting.Bars);
                break;
        }
    }

    private void Nested(Condition condition, bool inParentheses)
    {
        _text.Append(inParentheses ? "(" : "");
        Write(condition);
        _text.Append(inParentheses ? ")" : "");
    }

    private void Write(Operand operand, bool always)
    {
        if (operand is NumberOperand { Number: var fixedNumber })
        {
            Number(fixedNumber, always);
            return;
        }

        var series = (SeriesOperand)operand;
        if (series.Factor is { } factor)
        {
            Number(factor);
            _text.Append(" * ");
        }

        Write(series.Series);
        if (series.Ago is { } ago)
        {
            _text.Append('[');
            Number(ago);
            _text.Append(']');
        }
    }

    private void Write(RuleSeries series)
    {
        if (series is PriceSeries price)
        {
            _text.Append(price.Field.ToString().ToLowerInvariant());
            return;
        }

        var indicator = (IndicatorSeries)series;
        _text.Append(indicator.Name).Append(indicator.Arguments.Count == 0 ? "" : "(");
        for (int i = 0; i < indicator.Arguments.Count; i++)
        {
            _text.Append(i == 0 ? "" : ", ");
            if (indicator.Arguments[i] is RuleNumber number)
            {
                Number(number);
            }
            else
            {
                _text.Append(((RuleWord)indicator.Arguments[i]).Text);
            }
        }

        _text.Append(indicator.Arguments.Count == 0 ? "" : ")");
    }

    private void Bars(RuleNumber count)
    {
        Number(count);
        _text.Append(count is { Parameter: null, Value: 1 } ? " bar" : " bars");
    }

    private void Number(RuleNumber number, bool always = false)
    {
        if (number.Parameter is not { } name || !names)
        {
            _text.Append(number.Text);
            return;
        }

        _text.Append('$').Append(name);
        if (_named.Add(name) || always)
        {
            _text.Append('=').Append(number.Text);
        }
    }
}
