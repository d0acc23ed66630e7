using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Tests.Support;
using AlphaFactory.Web.Components.Charts;
using AlphaFactory.Web.Components.Studies;
using AlphaFactory.Web.Features.WalkForward;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Tests.Web.Components.Studies;

public sealed class StudyPartsTests : BunitContext
{
    private static readonly DateTimeOffset s_now = new(2024, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public StudyPartsTests() => Services.AddSingleton<TimeProvider>(new ManualClock(s_now));

    [Fact]
    public void Progress_says_how_far_how_fast_how_long_the_best_and_who_does_what()
    {
        var drawn = Progress(State());
        string text = drawn.Markup;
        foreach (string words in new[] { "25%", "250 of 1,000 sets", "50 sets/s", "15 s left", "piece 2 of 8 done", "1.25", "fast 20, slow 50", "node-a", "goes on when this page is closed" })
        {
            Assert.Contains(words, text, StringComparison.Ordinal);
        }

        Assert.Equal(["3", "conclusion"], drawn.FindAll("tbody tr td:nth-child(2)").Select(cell => cell.TextContent));
    }

    [Fact]
    public void A_silent_worker_is_told_and_a_study_being_stopped_cannot_be_stopped_again()
    {
        var silent = Progress(State() with { Run = Run() with { HeartbeatAt = s_now.AddSeconds(-45) } });
        Assert.Contains("no news for 45", silent.Markup, StringComparison.Ordinal);
        var stopping = Progress(State() with { Run = Run() with { CancelRequested = true } });
        Assert.Equal("true", stopping.Find(".acts button").GetAttribute("aria-disabled"));
        Assert.Contains("stopping", stopping.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_viewer_cannot_cancel()
    {
        int cancelled = 0;
        var drawn = Render<StudyProgressView>(parameters => parameters.Add(view => view.State, State()).Add(view => view.MayRun, false).Add(view => view.OnCancel, () => cancelled++));
        drawn.Find(".acts button").Click();
        Assert.Equal(0, cancelled);
        var mayRun = Render<StudyProgressView>(parameters => parameters.Add(view => view.State, State()).Add(view => view.MayRun, true).Add(view => view.OnCancel, () => cancelled++));
        mayRun.Find(".acts button").Click();
        Assert.Equal(1, cancelled);
    }

    [Theory]
    [InlineData(0, "Its settings are kept.")]
    [InlineData(1, "The piece that is done is kept and not computed again.")]
    [InlineData(1200, "The 1,200 pieces that are done are kept and not computed again.")]
    public void A_cancelled_study_says_what_is_kept(int pieces, string words)
    {
        var drawn = Render<StudyEndedView>(parameters => parameters.Add(view => view.State, State() with { Run = Run() with { State = RunState.Cancelled }, ChunksDone = pieces }));
        Assert.EndsWith(words, drawn.Find("[role=alert] p").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_expression_is_marked_under_the_character_that_cannot_be_read()
    {
        var drawn = Render<FormulaField>(parameters => parameters.Add(field => field.Id, "where").Add(field => field.Label, "Condition").Add(field => field.Value, "fast < slw").Add(field => field.Fault, "there is no \"slw\"").Add(field => field.At, 7));
        Assert.Equal("fast < slw\n       ^", drawn.Find("pre.pointer").TextContent);
        Assert.Equal("true", drawn.Find("input").GetAttribute("aria-invalid"));
        Assert.Equal("where-words", drawn.Find("span.err").Id);
    }

    [Fact]
    public void The_table_of_a_figure_has_its_numbers_and_a_dash_where_there_is_none()
    {
        var show = new FigureChartOptions { Across = "fast", Version = "1", Series = [new("Sharpe", "line", [5, 10, 15], [0.5, null, 1.25]), new("median", "other", [10, 15], [0.75, 1])] };
        var rows = Render<FigureTable>(parameters => parameters.Add(table => table.Show, show).Add(table => table.Label, "Slice")).FindAll("tbody tr");
        Assert.Equal(["5 0.50 –", "10 – 0.75", "15 1.25 1.00"], rows.Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent))));
    }

    [Fact]
    public void Windows_are_drawn_in_order_and_many_are_thinned_but_listed()
    {
        StudyWindow[] windows = [.. Enumerable.Range(0, 60).Select(i => new StudyWindow(new(i * 10, 40, (i * 10) + 40, 10), new DateOnly(2020, 1, 1).AddDays(i), new DateOnly(2020, 2, 1).AddDays(i), new DateOnly(2020, 2, 2).AddDays(i), new DateOnly(2020, 2, 20).AddDays(i)))];
        var drawn = Render<WindowDiagram>(parameters => parameters.Add(diagram => diagram.Windows, windows));
        var tests = drawn.FindAll("rect.test");
        Assert.Equal(20, tests.Count);
        double[] left = [.. tests.Select(test => double.Parse(test.GetAttribute("x")!, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(left.Order(), left);
        drawn.Find(".seg button").Click();
        Assert.Equal(60, drawn.FindAll("tbody tr").Count);
    }

    private IRenderedComponent<StudyProgressView> Progress(StudyState state) => Render<StudyProgressView>(parameters => parameters.Add(view => view.State, state).Add(view => view.MayRun, true));

    private static RunRecord Run() => new() { Id = "abcde12345", Kind = RunKind.Sweep, Spec = new RunSpec { Strategy = "sma-crossover", Symbol = "X" }, Title = "SMA", State = RunState.Running, CreatedBy = "mira", CreatedAt = s_now, HeartbeatAt = s_now };

    private static StudyState State() => new()
    {
        Run = Run(), Spec = new SweepStudy(new SweepDefinition { Run = Run().Spec, Axes = [SweepAxis.Of("fast", 5, 60, 5)] }), Phase = StudyPhase.Computing, ChunksDone = 2, ChunksTotal = 8, Done = 250, Total = 1000, PerSecond = 50,
        Left = TimeSpan.FromSeconds(15), Best = new StudyBest(3, new Dictionary<string, string> { ["fast"] = "20", ["slow"] = "50" }, 1.25),
        Workers = [new StudyWorker("node-a", 3, 10, 125, s_now, s_now), new StudyWorker("node-b", 9, 0, 0, s_now, s_now)],
    };
}
