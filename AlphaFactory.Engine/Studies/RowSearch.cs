using AlphaFactory.Core.Formulas;
using AlphaFactory.Core.Registration;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Studies;

/// <summary>Finds rows among the pieces of a sweep. Only the columns asked about are read of each, and only places are kept, so that a million rows need little memory.</summary>
internal sealed class RowSearch
{
    private const string Set = "set", Objective = "objective";

    private readonly IStudyChunks _chunks;
    private readonly SweepSpace _space;
    private readonly string _id;
    private readonly List<string> _names;

    public RowSearch(IStudyChunks chunks, SweepSpace space, string id)
    {
        (_chunks, _space, _id) = (chunks, space, id);
        _names = [Set, .. SweepFigures.Ids, Objective, .. space.Axes.Select(axis => axis.Name)];
    }

    /// <exception cref="RunSpecException">The order or the filter cannot be read.</exception>
    public async Task<RowPage> FindAsync(RowQuery query, CancellationToken cancellationToken)
    {
        var (filter, sort) = Read(query);
        var wanted = new HashSet<int>([sort, .. filter?.Variables.Select(name => _names.IndexOf(name)) ?? []]);
        int[] columns = [.. wanted.Where(name => name > 0 && name <= SweepRows.Width).Select(name => name - 1)];
        var best = new PriorityQueue<Place, Place>(Comparer<Place>.Create((a, b) => b.CompareTo(a)));
        var sample = new EvenSample<Place>(Math.Max(query.Sample ?? 1, 1));
        long matching = 0, total = 0;
        double[] values = new double[filter?.Variables.Count ?? 0];
        int[] places = new int[_space.Axes.Count];
        foreach (int ordinal in await _chunks.WithRowsAsync(_id, cancellationToken))
        {
            var (sets, found) = await _chunks.ColumnsAsync(_id, ordinal, columns, cancellationToken);
            total += sets.Length;
            for (int row = 0; row < sets.Length; row++)
            {
                _space.Locate(sets[row], places);
                for (int i = 0; i < values.Length; i++)
                {
                    values[i] = Value(_names.IndexOf(filter!.Variables[i]), sets[row], found, row, places);
                }

                if (filter?.Holds(values) == false)
                {
                    continue;
                }

                matching++;
                double key = Value(sort, sets[row], found, row, places);
                var place = new Place(double.IsNaN(key) ? double.PositiveInfinity : query.Descending ? -key : key, sets[row], ordinal, row);
                if (query.Sample is not null)
                {
                    sample.Add(place);
                }
                else if (best.Count < query.Skip + query.Take)
                {
                    best.Enqueue(place, place);
                }
                else
                {
                    best.EnqueueDequeue(place, place);
                }
            }
        }

        IReadOnlyList<Place> chosen = query.Sample is not null ? [.. sample.Take().OrderBy(place => place.Set)] : [.. best.UnorderedItems.Select(item => item.Element).Order().Skip(query.Skip)];
        return new RowPage(await RowsAsync(chosen, cancellationToken), matching, total);
    }

    private (Formula? Filter, int Sort) Read(RowQuery query)
    {
        var faults = new List<string>();
        string? fault = null;
        var filter = string.IsNullOrWhiteSpace(query.Filter) ? null : Formula.Parse(query.Filter, _names, out fault);
        faults.AddRange(fault is null ? [] : [$"filter: {fault}"]);
        int sort = _names.IndexOf(query.Sort);
        if (sort < 0)
        {
            faults.Add($"sort is \"{query.Sort}\" but must be one of {string.Join(", ", _names)}.{Suggestion.Sentence(query.Sort, _names)}");
        }

        if (query.Skip < 0 || query.Take < 0 || (long)query.Skip + query.Take > RowQuery.Deepest)
        {
            faults.Add($"skip is {query.Skip} and take {query.Take}, but both must be 0 or more and reach row {RowQuery.Deepest} at most. Take the CSV file for all rows.");
        }

        if (query.Sample is < 1 or > RowQuery.Deepest)
        {
            faults.Add($"sample is {query.Sample} but must be from 1 to {RowQuery.Deepest}.");
        }

        return faults.Count > 0 ? throw new RunSpecException(faults) : (filter, sort);
    }

    private double Value(int name, long set, double[]?[] found, int row, int[] places) => name switch
    {
        0 => set,
        _ when name <= SweepRows.Width => found[name - 1]![row],
        _ => _space.Code(name - SweepRows.Width - 1, places[name - SweepRows.Width - 1]),
    };

    private async Task<IReadOnlyList<SweepRow>> RowsAsync(IReadOnlyList<Place> chosen, CancellationToken cancellationToken)
    {
        var found = new Dictionary<(int, int), SweepRow>();
        var one = new SweepRows();
        foreach (var group in chosen.GroupBy(place => place.Ordinal))
        {
            var chunk = await _chunks.RowsAsync(_id, group.Key, cancellationToken);
            foreach (var place in group)
            {
                chunk.CopyTo(one, place.Row, 1);
                found[(place.Ordinal, place.Row)] = SweepRow.Of(_space, one, 0);
            }
        }

        return [.. chosen.Select(place => found[(place.Ordinal, place.Row)])];
    }

    /// <summary>Where a row is, in the order asked for: by its key, equal ones by their set.</summary>
    private readonly record struct Place(double Key, long Set, int Ordinal, int Row) : IComparable<Place>
    {
        public int CompareTo(Place other) => Key.CompareTo(other.Key) is not 0 and var byKey ? byKey : Set.CompareTo(other.Set);
    }
}
