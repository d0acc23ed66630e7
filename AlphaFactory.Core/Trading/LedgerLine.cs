namespace AlphaFactory.Core.Trading;

/// <summary>One symbol of an account: what is held, what it cost, what it made. Changed by <see cref="AccountLedger"/> alone.</summary>
public sealed class LedgerLine
{
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    internal LedgerLine(string symbol) => Symbol = symbol;

    /// <summary>The symbol.</summary>
    public string Symbol { get; }

    /// <summary>Shares held, negative when sold short: the sum of the executions, splits counted.</summary>
    public decimal Quantity { get; private set; }

    /// <summary>What the shares held cost, negative when sold short; commission left out.</summary>
    public decimal Cost { get; private set; }

    /// <summary>Mean price of the shares held; null when nothing is.</summary>
    public decimal? AverageCost => Quantity == 0 ? null : Cost / Quantity;

    /// <summary>Money won or, below 0, lost by shares that were sold or bought back; commission left out.</summary>
    public decimal Realised { get; private set; }

    /// <summary>Commission, at or above 0.</summary>
    public decimal Commission { get; private set; }

    /// <summary>Dividends received, less those paid.</summary>
    public decimal Dividends { get; internal set; }

    /// <summary>What borrowed shares cost, at or above 0.</summary>
    public decimal Borrow { get; internal set; }

    /// <summary>Money made and kept: realised and dividends, less commission and borrowing.</summary>
    public decimal Net => Realised + Dividends - Commission - Borrow;

    /// <summary>What all of it did to cash.</summary>
    public decimal CashEffect => Net - Cost;

    /// <summary>Money the shares held would make at a price, costs left out.</summary>
    public decimal Unrealised(decimal price) => (Quantity * price) - Cost;

    internal EventOutcome Book(OrderSide side, Execution execution)
    {
        if (!_places.TryGetValue(execution.Id, out int place))
        {
            var entry = new Entry(side, execution, 1);
            _places[execution.Id] = _entries.Count;
            _entries.Add(entry);
            Take(entry);
            return EventOutcome.Applied;
        }

        var known = _entries[place];
        if (known.Execution!.Revision >= execution.Revision)
        {
            return known.Execution.Revision == execution.Revision ? EventOutcome.Duplicate : EventOutcome.Late;
        }

        _entries[place] = new Entry(side, execution with { Commission = execution.Commission ?? known.Execution.Commission }, 1);
        Replay();
        return EventOutcome.Applied;
    }

    internal EventOutcome Charge(string executionId, decimal commission)
    {
        int place = _places[executionId];
        var known = _entries[place];
        if (known.Execution!.Commission == commission)
        {
            return EventOutcome.Duplicate;
        }

        Commission += commission - (known.Execution.Commission ?? 0);
        _entries[place] = known with { Execution = known.Execution with { Commission = commission } };
        return EventOutcome.Applied;
    }

    internal void Split(decimal ratio)
    {
        var entry = new Entry(OrderSide.Buy, null, ratio);
        _entries.Add(entry);
        Take(entry);
    }

    /// <summary>A correction in the past changes the mean cost of all that came after it.</summary>
    private void Replay()
    {
        (Quantity, Cost, Realised, Commission) = (0, 0, 0, 0);
        foreach (var entry in _entries)
        {
            Take(entry);
        }
    }

    private void Take(Entry entry)
    {
        if (entry.Execution is not { } execution)
        {
            Quantity *= entry.Ratio;
            return;
        }

        Commission += execution.Commission ?? 0;
        decimal signed = (int)entry.Side * execution.Quantity, closing = 0;
        if (Quantity != 0 && Math.Sign(signed) == -Math.Sign(Quantity))
        {
            // What goes out takes its part of the cost along; the last share takes what is left, so that rounding stays nowhere.
            closing = Math.Min(execution.Quantity, Math.Abs(Quantity));
            decimal cost = closing == Math.Abs(Quantity) ? Cost : Cost * (closing / Math.Abs(Quantity));
            Realised += (Math.Sign(Quantity) * closing * execution.Price) - cost;
            Cost -= cost;
            Quantity -= Math.Sign(Quantity) * closing;
        }

        decimal opening = execution.Quantity - closing;
        Quantity += (int)entry.Side * opening;
        Cost += (int)entry.Side * opening * execution.Price;
    }

    /// <summary>An execution, or a split where there is none.</summary>
    private sealed record Entry(OrderSide Side, Execution? Execution, decimal Ratio);
}
