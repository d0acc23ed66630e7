using AlphaFactory.Core.Instruments;

namespace AlphaFactory.Engine.MarketData.Csv;

/// <summary>Picks the lines of one symbol from a file with a symbol column.</summary>
internal sealed class CsvSymbolFilter(string? wanted, CsvColumns columns, CsvErrors errors)
{
    private readonly bool _isChosen = wanted is not null;
    private readonly HashSet<string> _others = [];
    private readonly bool _hasColumn = columns.Index.ContainsKey(CsvField.Symbol);

    /// <summary>The symbol asked for, or the one of the first line.</summary>
    public string? Symbol { get; private set; } = wanted;

    /// <summary>Lines of other symbols that were passed over.</summary>
    public long Skipped { get; private set; }

    /// <summary>Symbols passed over.</summary>
    public IReadOnlyCollection<string> Others => _others;

    /// <summary>True when the current line belongs to the symbol.</summary>
    public bool Takes(CsvTokens tokens)
    {
        if (!_hasColumn || columns.Index[CsvField.Symbol] >= tokens.Count)
        {
            return true;
        }

        string text = tokens[columns.Index[CsvField.Symbol]], name = columns.Name(CsvField.Symbol);
        if (!SymbolGrammar.TryNormalize(text, out string? symbol))
        {
            errors.Add(tokens.Line, name, text, "symbol-invalid", $"A symbol is {SymbolGrammar.Words}.", "Correct it.");
            return false;
        }

        if ((Symbol ??= symbol) == symbol)
        {
            return true;
        }

        Skipped++;
        if (_others.Count < 20 && _others.Add(symbol) && !_isChosen && _others.Count == 1)
        {
            errors.Add(tokens.Line, name, text, "symbols-several", $"The lines above are of {Symbol}.", "Choose the symbol to import; the others are imported one by one from the same file.");
        }

        return false;
    }
}
