using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Rules;

/// <summary>
/// Reads tokens into a tree by recursive descent: one method a line of the grammar, each returning null once a fault is noted. Depth
/// is counted, so nesting ends before the stack does.
/// </summary>
internal sealed partial class RuleParser(List<RuleToken> tokens, SeriesVocabulary vocabulary, IReadOnlyCollection<string>? settings)
{
    private readonly Side _long = new("buy", "sell"), _short = new("short", "cover");
    private readonly List<RuleSetting> _settings = [];
    private int _at;
    private RuleFault? _fault;

    private RuleToken Now => tokens[_at];

    private RuleToken Ahead => tokens[Math.Min(_at + 1, tokens.Count - 1)];

    public RuleSet? Read(out RuleFault? fault)
    {
        var rules = IsStatement(Now) ? ReadStatements() : ReadBareCondition();
        fault = _fault;
        return fault is null ? rules : null;
    }

    private RuleSet? ReadBareCondition()
    {
        if (Now.Kind == RuleTokenKind.End)
        {
            return Fail<RuleSet>(Now, "Expected a condition such as rsi(14) < 30, or a line such as buy when rsi(14) < 30, but the text is empty.");
        }

        if (ReadCondition() is not { } condition)
        {
            return null;
        }

        if (IsStatement(Now))
        {
            return Fail<RuleSet>(Now, $"A condition alone stands for itself. To add {Now.Shown}, begin the condition with \"buy when\".");
        }

        return Now.Kind == RuleTokenKind.End ? new RuleSet(new SideRules(condition, Otherwise: true), null, []) : FailAfterCondition();
    }

    private RuleSet? ReadStatements()
    {
        while (_fault is null && Now.Kind != RuleTokenKind.End)
        {
            var word = Take();
            switch (word.Text.ToLowerInvariant())
            {
                case "buy":
                    ReadEntry(_long, word);
                    break;
                case "short":
                    ReadEntry(_short, word);
                    break;
                case "sell":
                    ReadExit(_long, word);
                    break;
                case "cover":
                    ReadExit(_short, word);
                    break;
                default:
                    ReadSetting(word);
                    break;
            }

            if (_fault is null && Now.Kind != RuleTokenKind.End && !IsStatement(Now))
            {
                FailAfterCondition();
            }
        }

        if (_fault is null && _long.Finish() is { } missing)
        {
            Note(missing, "\"sell\" has nothing to sell. Add a line that begins with \"buy when\".");
        }

        if (_fault is null && _short.Finish() is { } uncovered)
        {
            Note(uncovered, "\"cover\" has nothing to cover. Add a line that begins with \"short when\".");
        }

        return _long.Rules is null && _short.Rules is null
            ? Fail<RuleSet>(Now, "Expected a line that begins with \"buy when\" or \"short when\": nothing is ever bought.")
            : new RuleSet(_long.Rules, _short.Rules, [.. _settings]);
    }

    private void ReadEntry(Side side, RuleToken word)
    {
        if (!TakeWord("when", $"after \"{side.EntryWord}\""))
        {
            return;
        }

        if (side.Entry is not null)
        {
            Note(word, $"\"{side.EntryWord} when\" is there twice. Join the two conditions with \"or\".");
        }
        else
        {
            side.Entry = ReadCondition();
        }
    }

    private void ReadExit(Side side, RuleToken word)
    {
        side.FirstExit ??= word;
        var kind = Now;
        bool twice = false;
        if (kind.Is("when"))
        {
            Take();
            twice = side.Exit is not null;
            side.Exit = ReadCondition();
        }
        else if (kind.Is("otherwise"))
        {
            Take();
            (twice, side.Otherwise) = (side.Otherwise, true);
        }
        else if (kind.Is("after"))
        {
            Take();
            twice = side.After is not null;
            side.After = ReadBars(1);
        }
        else
        {
            FailWord(kind, $"Expected \"when\", \"otherwise\" or \"after\" after \"{side.ExitWord}\"", ["when", "otherwise", "after"]);
        }

        if (twice)
        {
            string remedy = kind.Is("when") ? "Join the two conditions with \"or\"." : "Leave one out.";
            Note(word, $"\"{side.ExitWord} {kind.Text.ToLowerInvariant()}\" is there twice. {remedy}");
        }
    }

    private void ReadSetting(RuleToken with)
    {
        var key = Now;
        if (key.Kind != RuleTokenKind.Word)
        {
            Note(key, $"Expected a setting of a run after \"with\", such as size_pct, but found {key.Shown}.");
            return;
        }

        string name = Take().Text.ToLowerInvariant();
        if (settings is not null && !settings.Contains(name))
        {
            Note(key, $"\"{key.Text}\" is no setting of stops, targets or size.{Suggestion.Sentence(key.Text, settings)} Known are {string.Join(", ", settings)}.");
        }
        else if (_settings.Exists(setting => setting.Key == name))
        {
            Note(key, $"\"with {name}\" is there twice. Leave one out.");
        }
        else if (_settings.Count == RuleLimits.Settings)
        {
            Note(with, $"There are more than {RuleLimits.Settings} \"with\" lines. Leave some out.");
        }
        else if (Now.Kind is not (RuleTokenKind.Number or RuleTokenKind.Word))
        {
            Note(Now, $"Expected the value of {name}, but found {Now.Shown}.");
        }
        else
        {
            var value = Take();
            _settings.Add(new RuleSetting(name, value.Kind == RuleTokenKind.Number ? new RuleNumber(value.Number).Text : value.Text.ToLowerInvariant()));
        }
    }

    private RuleSet? FailAfterCondition()
    {
        string[] known = ["and", "or", "for", "within", .. RuleText.Statements];
        return FailWord(Now, "Expected \"and\", \"or\", or a line that begins with buy, sell, short, cover or with", known);
    }

    private RuleSet? FailWord(RuleToken at, string expected, IReadOnlyList<string> known) =>
        Fail<RuleSet>(at, $"{expected}, but found {at.Shown}.{(at.Kind == RuleTokenKind.Word ? Suggestion.Sentence(at.Text, known) : "")}");

    private bool TakeWord(string word, string place)
    {
        if (Now.Is(word))
        {
            Take();
            return true;
        }

        FailWord(Now, $"Expected \"{word}\" {place}", [word]);
        return false;
    }

    private RuleToken Take() => tokens[_at == tokens.Count - 1 ? _at : _at++];

    private T? Fail<T>(RuleToken at, string message)
        where T : class
    {
        Note(at, message);
        return null;
    }

    private void Note(RuleToken at, string message) => _fault ??= new RuleFault(at.Start, at.Length, message);

    private static bool IsStatement(RuleToken token) => token.Kind == RuleTokenKind.Word && RuleText.Statements.Contains(token.Text, StringComparer.OrdinalIgnoreCase);

    /// <summary>One side while its lines are read.</summary>
    private sealed class Side(string entryWord, string exitWord)
    {
        public string EntryWord { get; } = entryWord;

        public string ExitWord { get; } = exitWord;

        public Condition? Entry { get; set; }

        public Condition? Exit { get; set; }

        public bool Otherwise { get; set; }

        public RuleNumber? After { get; set; }

        public RuleToken? FirstExit { get; set; }

        public SideRules? Rules => Entry is null ? null : new SideRules(Entry, Exit, Otherwise, After);

        /// <summary>The first line of an exit that belongs to no entry.</summary>
        public RuleToken? Finish() => Entry is null ? FirstExit : null;
    }
}
