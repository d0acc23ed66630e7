using System.Collections.Concurrent;
using System.Globalization;
using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Statistics.Association;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Screener;

namespace AlphaFactory.Engine.Correlation;

/// <summary>How indicators go together over a universe, and how well each orders symbols by what they earn next.</summary>
public sealed class CorrelationStudy(IBarStore bars, UniverseBars reader)
{
    /// <summary>Most indicators at a time.</summary>
    public const int MostColumns = 24;

    /// <summary>Most numbers held at a time; each takes 8 bytes.</summary>
    private const long MostValues = 40_000_000;

    private const int Chunk = 64, FewestRows = 20;

    /// <summary>Bars ahead for which information coefficients are computed.</summary>
    public static IReadOnlyList<int> Horizons { get; } = [1, 5, 20];

    /// <summary>Computes the study.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="progress">Told the steps done; may be null.</param>
    /// <param name="cancellationToken">Ends it without an answer.</param>
    public async Task<CorrelationOutcome> RunAsync(CorrelationRequest request, IProgress<UniverseProgress>? progress, CancellationToken cancellationToken)
    {
        var universe = request.Universe.Of(await bars.ListAsync(cancellationToken));
        if (Fault(request, universe) is { } fault)
        {
            return new CorrelationRefused(fault);
        }

        var panel = Panel.Of(await ReadAsync(request, universe, progress, cancellationToken));
        return panel.Members.Count == 0
            ? new CorrelationRefused($"None of the {universe.Count} series has a bar in the period. Choose a longer one.")
            : await Task.Run(() => Measure(request, universe, panel, progress, cancellationToken), cancellationToken);
    }

    private static string? Fault(CorrelationRequest request, IReadOnlyList<SeriesCoverage> universe)
    {
        if (universe.Count == 0)
        {
            return $"No stored series of {request.Universe.Interval} bars fits the choice of symbols. Choose others, or import prices.";
        }

        if (request.Columns.Count is 0 or > MostColumns)
        {
            return $"{request.Columns.Count} indicators are chosen; 1 to {MostColumns} can be compared. {(request.Columns.Count == 0 ? "Add one" : "Take some away")}.";
        }

        // Every number is held twice, by symbol and by day.
        long values = 2 * universe.Sum(series => series.Bars) * (request.Columns.Count + Horizons.Count);
        return values <= MostValues ? null
            : string.Create(CultureInfo.InvariantCulture, $"{universe.Count} symbols with {request.Columns.Count} indicators make {values / 1_000_000:N0} million numbers; {MostValues / 1_000_000} million are the most. Choose fewer indicators or symbols.");
    }

    private async Task<IReadOnlyCollection<Panel.Member>> ReadAsync(CorrelationRequest request, IReadOnlyList<SeriesCoverage> universe, IProgress<UniverseProgress>? progress, CancellationToken cancellationToken)
    {
        var plan = new ValuePlan(request.Columns);
        var members = new ConcurrentBag<Panel.Member>();
        int done = 0;
        foreach (SeriesCoverage[] chunk in universe.Chunk(Chunk))
        {
            BarSeries[] read = [.. (await reader.ReadAsync(chunk, PriceAdjustment.Split, cancellationToken)).OfType<BarSeries>()];
            await Task.Run(
                () => UniverseEvaluation.Run(plan.Indicators, read, Environment.ProcessorCount, (place, table) =>
                {
                    if (Panel.Cut(plan, read[place], table, request.From, request.To, Horizons) is { } member)
                    {
                        members.Add(member);
                    }
                }),
                cancellationToken);
            done += chunk.Length;
            progress?.Report(new UniverseProgress(done, universe.Count, "symbols read"));
        }

        return members;
    }

    private static CorrelationResult Measure(CorrelationRequest request, IReadOnlyList<SeriesCoverage> universe, Panel panel, IProgress<UniverseProgress>? progress, CancellationToken cancellationToken)
    {
        int columns = request.Columns.Count, steps = columns + 1, done = 0;
        void Step() => progress?.Report(new UniverseProgress(Interlocked.Increment(ref done), steps, "indicators compared"));
        double[][][] values = [.. Enumerable.Range(0, columns).Select(column => panel.ByDay(member => member.Columns[column]))];
        double[][][] forwards = [.. Enumerable.Range(0, Horizons.Count).Select(horizon => panel.ByDay(member => member.Forwards[horizon]))];
        var matrix = request.Blocks == CorrelationBlocks.Time
            ? Sum(columns, panel.Members.Count, member => [.. panel.Members[member].Columns.Select(column => (ReadOnlyMemory<double>)column)], FewestRows, cancellationToken)
            : Sum(columns, panel.Times.Length, day => [.. values.Select(column => (ReadOnlyMemory<double>)column[day])], InformationCoefficient.FewestSymbols, cancellationToken);
        Step();
        var information = new List<ColumnInformation>();
        for (int column = 0; column < columns; column++)
        {
            information.Add(new ColumnInformation(request.Columns[column], [.. Horizons.Select((bars, horizon) => Summary(values[column], forwards[horizon], bars, cancellationToken))]));
            Step();
        }

        var members = panel.Members.Select(member => member.Symbol).ToHashSet(StringComparer.Ordinal);
        return new CorrelationResult(
            request.Columns, matrix, information, panel.Members.Count, panel.Times.Length, DateTimeOffset.FromUnixTimeMilliseconds(panel.Times[0]), DateTimeOffset.FromUnixTimeMilliseconds(panel.Times[^1]),
            universe.Any(series => series.IsSynthetic && members.Contains(series.Key.Symbol)));
    }

    /// <summary>The blocks' correlations in parts of fixed size, added in order: the same figures on any number of threads.</summary>
    private static CorrelationMatrix Sum(int columns, int blocks, Func<int, ReadOnlyMemory<double>[]> block, int fewestRows, CancellationToken cancellationToken)
    {
        const int Part = 16;
        var parts = new CorrelationMatrix[(blocks + Part - 1) / Part];
        Parallel.For(0, parts.Length, Options(cancellationToken), part =>
        {
            var matrix = new CorrelationMatrix(columns);
            for (int i = part * Part; i < Math.Min(blocks, (part + 1) * Part); i++)
            {
                matrix.Add(block(i), fewestRows);
            }

            parts[part] = matrix;
        });
        var sum = new CorrelationMatrix(columns);
        foreach (var part in parts)
        {
            sum.Add(part);
        }

        return sum;
    }

    private static InformationSummary Summary(double[][] values, double[][] forwards, int bars, CancellationToken cancellationToken)
    {
        double[] coefficients = new double[values.Length];
        Parallel.For(0, values.Length, Options(cancellationToken), day => coefficients[day] = InformationCoefficient.OfDay(values[day], forwards[day]));
        return InformationSummary.Of(coefficients, bars);
    }

    private static ParallelOptions Options(CancellationToken cancellationToken) => new() { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
}
