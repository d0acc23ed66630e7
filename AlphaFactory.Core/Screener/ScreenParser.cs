using System.Globalization;
using System.Text.RegularExpressions;
using AlphaFactory.Core.Indicators;

namespace AlphaFactory.Core.Screener;

/// <summary>Reads one text by recursive descent, each character looked at once.</summary>
internal sealed class ScreenParser(string text)
{
    private static readonly Regex s_token = new(@"\G(?:[A-Za-z_][A-Za-z0-9_.]*|-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|<=|>=|!=|[<>=()])", RegexOptions.CultureInvariant);

    private const int MostComparisons = 30, MostDepth = 6;

    private int _place, _depth, _comparisons;
    private string _token = "";
    private ScreenRefused? _fault;

    public ScreenOutcome Read()
    {
        Take();
        var condition = ReadAny();
        if (_fault is null && _token.Length > 0)
        {
            Fail($"Expected \"and\", \"or\" or the end, but found {Shown}.");
        }

        return _fault is { } fault ? fault : new ScreenRead(condition);
    }

    private string Shown => _token.Length == 0 ? "the end" : $"\"{_token}\"";

    private ScreenCondition? ReadAny() => ReadGroup("or", true, () => ReadGroup("and", false, ReadTerm));

    private ScreenCondition? ReadGroup(string word, bool isAny, Func<ScreenCondition?> read)
    {
        var terms = new List<ScreenCondition>();
        do
        {
            if (terms.Count > 0)
            {
                Take();
            }

            if (read() is not { } term)
            {
                return null;
            }

            terms.Add(term);
        }
        while (Is(word));
        return terms.Count == 1 ? terms[0] : new ScreenGroup(isAny, terms);
    }

    private ScreenCondition? ReadTerm()
    {
        if (_token != "(")
        {
            return ReadComparison();
        }

        if (++_depth > MostDepth)
        {
            return Fail($"More than {MostDepth} parentheses stand inside each other. Write it flatter.");
        }

        Take();
        var inside = ReadAny();
        if (inside is null)
        {
            return null;
        }

        if (_token != ")")
        {
            return Fail($"Expected \")\", \"and\" or \"or\", but found {Shown}.");
        }

        _depth--;
        Take();

        // One comparison in parentheses is that comparison, and a lone group loses its parentheses when written.
        return inside;
    }

    private ScreenCondition? ReadComparison()
    {
        if (++_comparisons > MostComparisons)
        {
            return Fail($"There are more than {MostComparisons} comparisons. Leave some out.");
        }

        if (Column() is not { } left)
        {
            return null;
        }

        if (ScreenRelations.Parse(_token) is not { } relation)
        {
            return Fail($"Expected <, <=, >, >=, = or != after {left.Name}, but found {Shown}.");
        }

        Take();
        if (double.TryParse(_token, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) && !char.IsLetter(_token[0]))
        {
            Take();
            return new ScreenComparison(left, relation, ScreenOperand.Of(number));
        }

        return Column() is { } right ? new ScreenComparison(left, relation, ScreenOperand.Of(right)) : null;
    }

    private ValueColumn? Column()
    {
        if (_token.Length == 0 || !(char.IsAsciiLetter(_token[0]) || _token[0] == '_') || Is("and") || Is("or"))
        {
            Fail($"Expected a column such as rsi_14 or close, but found {Shown}.");
            return null;
        }

        try
        {
            var column = ValueColumn.Parse(_token);
            Take();
            return column;
        }
        catch (IndicatorColumnException fault)
        {
            Fail(fault.Message);
            return null;
        }
    }

    private bool Is(string word) => _token.Equals(word, StringComparison.OrdinalIgnoreCase);

    private ScreenCondition? Fail(string message)
    {
        _fault ??= new ScreenRefused(string.Create(CultureInfo.InvariantCulture, $"At character {_place - _token.Length + 1}: {message}"), Math.Max(0, _place - _token.Length));
        return null;
    }

    private void Take()
    {
        while (_place < text.Length && char.IsWhiteSpace(text[_place]))
        {
            _place++;
        }

        var match = s_token.Match(text, _place);
        _token = match.Value;
        if (_place < text.Length && match.Length == 0)
        {
            _token = text[_place].ToString();
            _place++;
            Fail($"{Shown} means nothing here. Write column names, numbers, and, or, parentheses and <, <=, >, >=, =, !=.");
            return;
        }

        _place += match.Length;
    }
}
