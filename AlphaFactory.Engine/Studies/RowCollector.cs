using AlphaFactory.Engine.Optimization;

namespace AlphaFactory.Engine.Studies;

/// <summary>Keeps all rows of a piece.</summary>
internal sealed class RowCollector : ISweepSink
{
    private readonly List<long> _sets = [];
    private readonly List<double> _figures = [];
    private readonly List<bool> _byEvent = [];

    public int Count => _sets.Count;

    /// <summary>Best objective so far; null when no row has one.</summary>
    public double? Best { get; private set; }

    public void Write(SweepSpace space, SweepRows rows) => Add(rows);

    public void Add(SweepRows rows)
    {
        for (int row = 0; row < rows.Count; row++)
        {
            double objective = rows.Objective(row);
            Best = double.IsNaN(objective) || objective <= Best ? Best : objective;
            _sets.Add(rows.Sets[row]);
            _figures.AddRange(rows[row]);
            _byEvent.Add(rows.ByEventEngine(row));
        }
    }

    public ChunkRows ToChunk()
    {
        double[] columns = new double[_figures.Count];
        for (int row = 0; row < _sets.Count; row++)
        {
            for (int column = 0; column < SweepRows.Width; column++)
            {
                columns[(column * _sets.Count) + row] = _figures[(row * SweepRows.Width) + column];
            }
        }

        return new ChunkRows([.. _sets], columns, [.. _byEvent], _sets.Count, _byEvent.Count(one => one));
    }
}
