using System.Runtime.InteropServices;

namespace AlphaFactory.Engine.Optimization;

/// <summary>Computes batches of one sweep and hands each row to the summary and the sink, once.</summary>
internal sealed class SweepWork(SweepEngine engine, SweepSummary summary, ISweepSink? sink, int threads, CancellationToken cancellationToken)
{
    private readonly SweepRows _rows = new();
    private double[] _objectives = [];

    public bool IsSet(long set) => engine.IsSet(set);

    /// <summary>Computes sets that are new and answers their objectives, which are valid until the next call.</summary>
    public IReadOnlyList<double> Compute(IReadOnlyList<long> sets)
    {
        engine.Evaluate(Span(sets), _rows, threads, cancellationToken);
        summary.Add(_rows);
        sink?.Write(engine.Space, _rows);
        return Objectives();
    }

    /// <summary>Computes sets once more, for those who look at them; they are not counted again. The objectives are valid until the next call.</summary>
    public IReadOnlyList<double> Repeat(IReadOnlyList<long> sets)
    {
        engine.Evaluate(Span(sets), _rows, threads, cancellationToken);
        return Objectives();
    }

    /// <summary>The rows of sets, to be kept.</summary>
    public IReadOnlyList<SweepRow> Rows(IEnumerable<long> sets)
    {
        engine.Evaluate([.. sets], _rows, threads, cancellationToken);
        return [.. Enumerable.Range(0, _rows.Count).Select(row => SweepRow.Of(engine.Space, _rows, row))];
    }

    private static ReadOnlySpan<long> Span(IReadOnlyList<long> sets) => sets is List<long> list ? CollectionsMarshal.AsSpan(list) : sets.ToArray();

    private ArraySegment<double> Objectives()
    {
        _objectives = _objectives.Length < _rows.Count ? new double[_rows.Count] : _objectives;
        for (int row = 0; row < _rows.Count; row++)
        {
            _objectives[row] = _rows.Objective(row);
        }

        return new ArraySegment<double>(_objectives, 0, _rows.Count);
    }
}
