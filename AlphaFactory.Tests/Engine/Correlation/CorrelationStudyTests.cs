using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Statistics.Association;
using AlphaFactory.Engine.Correlation;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Screener;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Correlation;

public sealed class CorrelationStudyTests
{
    private const int Symbols = 8, Bars = 160;

    private static readonly SeriesUniverse s_daily = new(SeriesOrigin.All, BarInterval.Daily);

    [Fact]
    public async Task Coefficients_are_those_of_a_plain_calculation_day_by_day()
    {
        var (study, closes) = await StudyAsync();
        var found = Assert.IsType<CorrelationResult>(await study.RunAsync(Request("rocp_10,close"), null, default));
        Assert.Equal((Symbols, Bars), (found.Symbols, found.Days));
        for (int horizon = 0; horizon < 3; horizon++)
        {
            int ahead = CorrelationStudy.Horizons[horizon];
            double[] days = [.. Enumerable.Range(0, Bars).Select(day => day < 10 || day + ahead >= Bars ? double.NaN : Spearman(
                [.. closes.Select(close => (close[day] / close[day - 10]) - 1)], [.. closes.Select(close => (close[day + ahead] / close[day]) - 1)]))];
            var expected = InformationSummary.Of(days, ahead);
            var summary = found.Information[0].Horizons[horizon];
            Assert.Equal(expected.Days, summary.Days);
            Near.Equal(expected.Mean.Value!.Value, summary.Mean.Value, 1e-9);
            Near.Equal(expected.T.Value!.Value, summary.T.Value, 1e-9);
        }
    }

    [Fact]
    public async Task A_cell_is_the_mean_over_symbols_or_over_days()
    {
        var (study, closes) = await StudyAsync();
        double[][] changes = [.. closes.Select(close => Enumerable.Range(10, Bars - 10).Select(day => (close[day] / close[day - 10]) - 1).ToArray())];
        var time = Assert.IsType<CorrelationResult>(await study.RunAsync(Request("rocp_10,close"), null, default));
        Near.Equal(closes.Select((close, symbol) => PearsonCorrelation.Of(changes[symbol], close.AsSpan(10))).Average(), time.Matrix.Pearson(0, 1), 1e-9);

        var across = Assert.IsType<CorrelationResult>(await study.RunAsync(Request("rocp_10,close") with { Blocks = CorrelationBlocks.Symbols }, null, default));
        double[] days = [.. Enumerable.Range(10, Bars - 10).Select(day => Spearman([.. changes.Select(change => change[day - 10])], [.. closes.Select(close => close[day])]))];
        Near.Equal(days.Average(), across.Matrix.Rank(0, 1), 1e-9);
        Assert.Equal(Bars - 10, across.Matrix.Blocks);
    }

    [Fact]
    public async Task The_period_is_closed_and_no_return_comes_from_beyond_it()
    {
        var (study, _) = await StudyAsync();
        var first = new DateOnly(2000, 1, 3);
        var found = Assert.IsType<CorrelationResult>(await study.RunAsync(Request("rsi_14") with { From = first.AddDays(50), To = first.AddDays(89) }, null, default));
        Assert.Equal((40, 50, 89), (found.Days, (found.First - At(first)).Days, (found.Last - At(first)).Days));

        // The warm-up lies before the period, the horizon inside it.
        Assert.Equal([39, 35, 20], found.Information[0].Horizons.Select(horizon => horizon.Days));
    }

    [Fact]
    public async Task What_cannot_be_computed_is_refused_with_a_remedy()
    {
        var (study, _) = await StudyAsync();
        Assert.Contains("1 to 24", await RefusalAsync(Request("")), StringComparison.Ordinal);
        Assert.Contains("No stored series", await RefusalAsync(Request("rsi_14") with { Universe = s_daily with { Symbols = ["NONE"] } }), StringComparison.Ordinal);
        Assert.Contains("Choose a longer one", await RefusalAsync(Request("rsi_14") with { From = new DateOnly(2030, 1, 1) }), StringComparison.Ordinal);

        async Task<string> RefusalAsync(CorrelationRequest request) => Assert.IsType<CorrelationRefused>(await study.RunAsync(request, null, default)).Message;
    }

    [Fact]
    public async Task Fewer_than_five_symbols_have_no_coefficient_but_a_matrix()
    {
        var (study, _) = await StudyAsync();
        var found = Assert.IsType<CorrelationResult>(await study.RunAsync(Request("rsi_14,rocp_10") with { Universe = s_daily with { Symbols = ["S0", "S1"] } }, null, default));
        Assert.Equal((0, "no day has 5 symbols with a value and a return"), (found.Information[0].Horizons[0].Days, found.Information[0].Horizons[0].Mean.Reason));
        Assert.Equal(2, found.Matrix.Blocks);
    }

    [Fact]
    public async Task Progress_reaches_the_end_and_a_cancelled_study_ends()
    {
        var (study, _) = await StudyAsync();
        var told = new System.Collections.Concurrent.ConcurrentQueue<UniverseProgress>();
        await study.RunAsync(Request("rsi_14,close"), new Told(told.Enqueue), default);
        Assert.Contains(new UniverseProgress(Symbols, Symbols, "symbols read"), told);
        Assert.Contains(new UniverseProgress(3, 3, "indicators compared"), told);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => study.RunAsync(Request("rsi_14"), null, stop.Token));
    }

    private static DateTimeOffset At(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    private static CorrelationRequest Request(string columns) => new(s_daily, ValueColumn.ParseList(columns, out _), null, null, CorrelationBlocks.Time);

    /// <summary>Eight random walks on the days of <see cref="StoredBars"/>.</summary>
    private static async Task<(CorrelationStudy Study, double[][] Closes)> StudyAsync()
    {
        var store = new MemoryBarStore();
        var closes = new List<double[]>();
        for (int symbol = 0; symbol < Symbols; symbol++)
        {
            var walk = TestBars.Random(symbol + 1, Bars);
            double[] ones = [.. Enumerable.Repeat(1.0, Bars)];
            var raw = new RawBars(StoredBars.Wave(Bars).Times, walk.Open.ToArray(), walk.High.ToArray(), walk.Low.ToArray(), walk.Close.ToArray(), walk.Volume.ToArray(), ones, [.. ones]);
            await store.WriteAsync(StoredBars.Daily($"S{symbol}"), raw, null, default);
            closes.Add(raw.Close);
        }

        return (new CorrelationStudy(store, new UniverseBars(store)), [.. closes]);
    }

    /// <summary>1 - 6 sum d^2 / (n (n^2 - 1)), which holds without ties.</summary>
    private static double Spearman(double[] x, double[] y)
    {
        double n = x.Length;
        int[] Ranks(double[] values) => [.. values.Select(value => values.Count(other => other < value))];
        return 1 - (6 * Ranks(x).Zip(Ranks(y), (a, b) => (double)(a - b) * (a - b)).Sum() / (n * ((n * n) - 1)));
    }

    private sealed class Told(Action<UniverseProgress> tell) : IProgress<UniverseProgress>
    {
        public void Report(UniverseProgress value) => tell(value);
    }
}
