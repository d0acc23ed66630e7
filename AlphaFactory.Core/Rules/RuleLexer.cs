using System.Globalization;

namespace AlphaFactory.Core.Rules;

/// <summary>Cuts a text into tokens, each character looked at once.</summary>
internal sealed class RuleLexer(string text)
{
    private int _place;

    /// <summary>All tokens with an end token behind them: those before the fault when a character or a number means nothing.</summary>
    public List<RuleToken> Read(out RuleFault? fault)
    {
        var tokens = new List<RuleToken>();
        fault = null;
        while (fault is null)
        {
            while (_place < text.Length && char.IsWhiteSpace(text[_place]))
            {
                _place++;
            }

            if (_place == text.Length)
            {
                break;
            }

            if (Next(out fault) is { } token)
            {
                tokens.Add(token);
            }
        }

        tokens.Add(new RuleToken(RuleTokenKind.End, "", fault?.Start ?? _place, 0));
        return tokens;
    }

    private RuleToken? Next(out RuleFault? fault)
    {
        char first = text[_place];
        if (IsLetter(first))
        {
            return Word(_place, RuleTokenKind.Word, out fault);
        }

        if (first == '$')
        {
            if (_place + 1 < text.Length && IsLetter(text[_place + 1]))
            {
                return Word(_place + 1, RuleTokenKind.Parameter, out fault);
            }

            fault = new RuleFault(_place, 1, "Expected the name of a parameter after $, such as $period=14.");
            return null;
        }

        return IsDigit(first) || (first is '-' or '.' && _place + 1 < text.Length && (IsDigit(text[_place + 1]) || text[_place + 1] == '.'))
            ? Number(out fault)
            : Sign(first, out fault);
    }

    private RuleToken? Word(int from, RuleTokenKind kind, out RuleFault? fault)
    {
        int end = from;
        // A dash inside a word belongs to it (entry-bar); nothing is ever subtracted.
        while (end < text.Length && (IsLetter(text[end]) || IsDigit(text[end]) || (text[end] == '-' && end + 1 < text.Length && IsLetter(text[end + 1]))))
        {
            end++;
        }

        var token = new RuleToken(kind, text[from..end], _place, end - _place);
        fault = token.Text.Length <= RuleLimits.Name ? null : new RuleFault(token.Start, token.Length, $"This name has {token.Text.Length} characters; {RuleLimits.Name} are the most.");
        _place = end;
        return fault is null ? token : null;
    }

    private RuleToken? Number(out RuleFault? fault)
    {
        int end = _place + (text[_place] == '-' ? 1 : 0);
        while (end < text.Length && (IsDigit(text[end]) || text[end] == '.' || IsLetter(text[end]) || (text[end] is '+' or '-' && text[end - 1] is 'e' or 'E')))
        {
            end++;
        }

        var token = new RuleToken(RuleTokenKind.Number, text[_place..end], _place, end - _place);
        if (!double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || !(Math.Abs(value) <= RuleLimits.Number))
        {
            string shown = token.Length <= RuleLimits.Name ? $"\"{token.Text}\"" : "This";
            fault = new RuleFault(_place, token.Length, $"{shown} is not a number from -{RuleLimits.Number:0} to {RuleLimits.Number:0}. Write it like 30 or -0.5.");
            return null;
        }

        (_place, fault) = (end, null);
        return token with { Number = value };
    }

    private RuleToken? Sign(char first, out RuleFault? fault)
    {
        int start = _place;
        string sign = start + 1 < text.Length && text.AsSpan(start, 2) is "<=" or ">=" or "!=" or "==" or "<>" ? text.Substring(start, 2) : text.Substring(start, 1);
        string? spelling = sign switch
        {
            "==" => "=",
            "<>" or "≠" => "!=",
            "≤" => "<=",
            "≥" => ">=",
            "<" or "<=" or ">" or ">=" or "=" or "!=" or "(" or ")" or "[" or "]" or "," or "*" => sign,
            _ => null,
        };
        if (spelling is null)
        {
            fault = new RuleFault(start, 1, first switch
            {
                '&' => "\"&\" means nothing here. Write \"and\" between two conditions.",
                '|' => "\"|\" means nothing here. Write \"or\" between two conditions.",
                '!' => "\"!\" means nothing here. Write \"not\" before a condition.",
                '%' => "\"%\" means nothing here. Write the plain number; docs/indicators.md says the unit of each indicator.",
                '+' or '-' or '/' => $"\"{first}\" means nothing here: values are compared, not calculated. A value may be multiplied, as in 1.02 * close.",
                _ when char.IsControl(first) || char.IsSurrogate(first) => "This character means nothing here. Remove it.",
                _ => $"\"{first}\" means nothing here. Remove it.",
            });
            return null;
        }

        (_place, fault) = (start + sign.Length, null);
        return new RuleToken(RuleTokenKind.Sign, spelling, start, sign.Length);
    }

    private static bool IsLetter(char letter) => char.IsAsciiLetter(letter) || letter == '_';

    private static bool IsDigit(char letter) => char.IsAsciiDigit(letter);
}
