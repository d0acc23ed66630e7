namespace AlphaFactory.Core.Trading;

/// <summary>
/// Cash and positions of an account, exact. Only executions, payments and splits change it, and each execution counts once, however often it is told: the highest revision
/// holds. Positions are accounted for at mean cost. At any prices, equity = cash put in + realised + unrealised - commission + dividends - borrowing, to the last digit
/// that addition keeps. Not thread safe.
/// </summary>
/// <param name="initialCash">Cash at the start.</param>
public sealed class AccountLedger(decimal initialCash)
{
    private readonly Dictionary<string, LedgerLine> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _symbolOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, decimal> _chargedEarly = new(StringComparer.Ordinal);

    /// <summary>Cash put in, less cash taken out.</summary>
    public decimal Capital { get; private set; } = initialCash;

    /// <summary>Cash, the proceeds of short sales included.</summary>
    public decimal Cash => Capital + _lines.Values.Sum(line => line.CashEffect);

    /// <summary>Every symbol that was ever held, by symbol.</summary>
    public IEnumerable<LedgerLine> Lines => _lines.Values.OrderBy(line => line.Symbol, StringComparer.Ordinal);

    /// <summary>What is held of a symbol, and what it made; a line without anything for one that never was.</summary>
    public LedgerLine Of(string symbol) => _lines.GetValueOrDefault(symbol) ?? new LedgerLine(symbol);

    /// <summary>Takes in an execution, or the correction of one.</summary>
    /// <returns>Applied; Duplicate when this revision is known; Late when a later one is; Contradiction when the id belongs to another symbol, which changes nothing.</returns>
    public EventOutcome Book(string symbol, OrderSide side, Execution execution)
    {
        if (_symbolOf.TryGetValue(execution.Id, out string? known) && known != symbol)
        {
            return EventOutcome.Contradiction;
        }

        if (!_lines.TryGetValue(symbol, out var line))
        {
            _lines[symbol] = line = new LedgerLine(symbol);
        }

        _symbolOf[execution.Id] = symbol;
        var charged = _chargedEarly.Remove(execution.Id, out decimal early) && execution.Commission is null ? execution with { Commission = early } : execution;
        return line.Book(side, charged);
    }

    /// <summary>Takes in what the broker took for an execution; it may come before the execution.</summary>
    public EventOutcome Charge(string executionId, decimal commission)
    {
        if (_symbolOf.TryGetValue(executionId, out string? symbol))
        {
            return _lines[symbol].Charge(executionId, commission);
        }

        _chargedEarly[executionId] = commission;
        return EventOutcome.Applied;
    }

    /// <summary>Takes in a dividend; below 0 it is paid for shares sold short.</summary>
    public void ReceiveDividend(string symbol, decimal amount) => Line(symbol).Dividends += amount;

    /// <summary>Pays for borrowed shares.</summary>
    /// <param name="symbol">Symbol borrowed.</param>
    /// <param name="amount">Money, at or above 0.</param>
    public void PayBorrow(string symbol, decimal amount) => Line(symbol).Borrow += amount;

    /// <summary>Restates a position for new shares per old share.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The ratio is not above 0.</exception>
    public void Split(string symbol, decimal ratio)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ratio);
        Line(symbol).Split(ratio);
    }

    /// <summary>Puts cash in; below 0 takes it out.</summary>
    public void Deposit(decimal amount) => Capital += amount;

    /// <summary>Cash plus positions at the given prices; null while a position's price is not known.</summary>
    /// <param name="priceOf">Price of a symbol; null when it is not known.</param>
    public decimal? Equity(Func<string, decimal?> priceOf)
    {
        decimal equity = Cash;
        foreach (var line in _lines.Values.Where(line => line.Quantity != 0))
        {
            if (priceOf(line.Symbol) is not { } price)
            {
                return null;
            }

            equity += line.Quantity * price;
        }

        return equity;
    }

    private LedgerLine Line(string symbol)
    {
        if (!_lines.TryGetValue(symbol, out var line))
        {
            _lines[symbol] = line = new LedgerLine(symbol);
        }

        return line;
    }
}
