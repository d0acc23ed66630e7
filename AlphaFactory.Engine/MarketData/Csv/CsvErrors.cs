namespace AlphaFactory.Engine.MarketData.Csv;

/// <summary>Collects the errors of one file: all are counted, the first ones kept.</summary>
internal sealed class CsvErrors
{
    /// <summary>How many are shown.</summary>
    public const int Kept = 100;

    private readonly List<CsvError> _first = [];
    private long _inPhase;

    public long Count { get; private set; }

    /// <summary>The errors with the lowest line numbers.</summary>
    public IReadOnlyList<CsvError> First => [.. _first.OrderBy(e => e.Line).Take(Kept)];

    public void Add(long line, string? column, string? value, string code, string rule, string remedy)
    {
        Count++;
        if (_inPhase++ < Kept)
        {
            _first.Add(new CsvError(line, column, value is null ? null : CsvError.Shorten(value), code, rule, remedy));
        }
    }

    /// <summary>A later check goes over the same lines again and may find earlier ones.</summary>
    public void StartPhase() => _inPhase = 0;
}
