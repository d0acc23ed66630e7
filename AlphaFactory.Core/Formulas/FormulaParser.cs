using System.Globalization;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Formulas;

/// <summary>Reads a formula by recursive descent, bounded in length and depth so that no text can hang it.</summary>
internal sealed class FormulaParser(string text, IReadOnlyCollection<string> known)
{
    private const int MostNested = 50;
    private readonly List<FormulaStep> _steps = [];
    private readonly List<string> _variables = [];
    private int _at, _nested;

    public Formula Parse()
    {
        if (text.Length > Formula.MostCharacters)
        {
            throw new FormulaException($"The expression has {text.Length} characters; {Formula.MostCharacters} are the most.", Formula.MostCharacters);
        }

        Level(0);
        return Rest().IsEmpty ? new Formula(text, [.. _steps], _variables) : throw Fault($"\"{text[_at..]}\" is left over; expected an operator or the end");
    }

    private void Level(int level)
    {
        if (level == FormulaWords.Levels.Count)
        {
            Single();
            return;
        }

        Level(level + 1);
        while (FormulaWords.Levels[level].Keys.FirstOrDefault(Take) is { } sign)
        {
            Level(level + 1);
            _steps.Add(FormulaStep.Of(FormulaWords.Levels[level][sign]));
        }
    }

    private void Single()
    {
        if (++_nested > MostNested)
        {
            throw Fault($"it is nested more than {MostNested} deep");
        }

        var rest = Rest();
        if (rest.IsEmpty)
        {
            throw Fault("it ends where a number, a name or ( is expected");
        }

        if (Take("-"))
        {
            Single();
            _steps.Add(FormulaStep.Of(FormulaWords.Negate));
        }
        else if (Take("not"))
        {
            Level(2);
            _steps.Add(FormulaStep.Of(FormulaWords.Not));
        }
        else if (Take("("))
        {
            Level(0);
            Need(")");
        }
        else if (char.IsAsciiDigit(rest[0]) || rest[0] == '.')
        {
            Number(rest);
        }
        else
        {
            Name(rest);
        }

        _nested--;
    }

    private void Number(ReadOnlySpan<char> rest)
    {
        int length = 0;
        while (length < rest.Length && (char.IsAsciiDigit(rest[length]) || rest[length] == '.' || (rest[length] is 'e' or 'E') || (rest[length] is '+' or '-' && rest[length - 1] is 'e' or 'E')))
        {
            length++;
        }

        if (!double.TryParse(rest[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
        {
            throw Fault($"\"{rest[..length]}\" is no number");
        }

        _steps.Add(FormulaStep.OfConstant(value));
        _at += length;
    }

    private void Name(ReadOnlySpan<char> rest)
    {
        int length = 0;
        while (length < rest.Length && IsOfName(rest[length]))
        {
            length++;
        }

        string name = rest[..length].ToString();
        if (length == 0)
        {
            throw Fault($"\"{rest[0]}\" is not expected here; a number, a name or ( is");
        }

        bool one = FormulaWords.OfOne.TryGetValue(name, out var unary), two = FormulaWords.OfTwo.TryGetValue(name, out var binary);
        if (!one && !two && !known.Contains(name))
        {
            throw Fault($"there is no \"{name}\".{Suggestion.Sentence(name, known)} Known are {string.Join(", ", known.Order(StringComparer.Ordinal))}");
        }

        _at += length;
        if (one || two)
        {
            Need("(");
            Level(0);
            if (two)
            {
                Need(",");
                Level(0);
            }

            Need(")");
            _steps.Add(one ? FormulaStep.Of(unary!) : FormulaStep.Of(binary!));
            return;
        }

        int place = _variables.IndexOf(name);
        if (place < 0)
        {
            place = _variables.Count;
            _variables.Add(name);
        }

        _steps.Add(FormulaStep.OfVariable(place));
    }

    private void Need(string sign)
    {
        if (!Take(sign))
        {
            throw Fault($"{sign} is missing");
        }
    }

    private bool Take(string sign)
    {
        var rest = Rest();
        bool isWord = char.IsAsciiLetter(sign[0]);
        if (!rest.StartsWith(sign, StringComparison.Ordinal) || (isWord && rest.Length > sign.Length && IsOfName(rest[sign.Length])))
        {
            return false;
        }

        _at += sign.Length;
        return true;
    }

    private ReadOnlySpan<char> Rest()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }

        return text.AsSpan(_at);
    }

    private static bool IsOfName(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';

    private FormulaException Fault(string what) => new($"The expression \"{text}\" cannot be read at character {Math.Min(_at, text.Length) + 1}: {what}.", Math.Min(_at, text.Length));
}
