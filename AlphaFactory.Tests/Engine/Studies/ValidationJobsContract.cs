using AlphaFactory.Engine.Optimization.CrossValidation;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Studies;

/// <summary>What a cross-validation in the background goes through, on a started node.</summary>
public abstract class ValidationJobsContract(PostgresFixture? postgres) : StudyLifeContract(postgres)
{
    protected override StudySpec Study => new CrossValidationStudy(Definition());

    [Theory]
    [InlineData("grid", 5, 1)]
    [InlineData("random", 6, 2)]
    [InlineData("grid", 8, 3)]
    public Task A_cross_validation_cut_into_pieces_is_the_one_of_the_verb(string method, int folds, int tested) =>
        AssertPiecesMakeTheWholeAsync(RunKind.CrossValidation, new CrossValidationStudy(Definition(method) with { Folds = folds, TestFolds = tested }));

    [Fact]
    public async Task Its_sets_are_counted_in_the_ledger_once()
    {
        await using EngineHost node = await StartAsync();
        var definition = Definition() with { Sweep = StudyNode.Sweep("grid", EngineChoice.Auto, "fast=5..20:5", "slow=30..60:10") };
        foreach (int folds in new[] { 4, 5 })
        {
            await StudyNode.EndAsync(node, await BeginAsync(node, new CrossValidationStudy(definition with { Folds = folds })));
            Assert.Equal(16, await node.Get<ITrialLedger>().CountAsync("sma-crossover", None));
        }

        await node.StopAsync();
    }

    [Fact]
    public async Task An_estimate_counts_sets_and_dates_splits_and_stores_nothing()
    {
        await using EngineHost node = await StartAsync();
        var definition = Definition() with { Folds = 6, TestFolds = 2 };
        var estimate = await node.Get<IStudies>().EstimateAsync(new CrossValidationStudy(definition), None);
        var outcome = await StudyNode.InProcessAsync(node, definition);
        Assert.Equal((outcome.Sets, true, "event", 900, outcome.Sets * 900.0), (estimate.Sets, estimate.IsExact, estimate.Engine, estimate.Bars, estimate.BarEvaluations));
        Assert.True(estimate is { SetsPerSecond: > 0, Measured: > 0, Chunks: > 0, Memory: > 0 } && estimate.Expected > TimeSpan.Zero);
        Assert.Equal(outcome.Splits.Select(split => (string.Join(' ', split.Train), string.Join(' ', split.Test))), estimate.Splits.Select(split => (string.Join(' ', split.Train), string.Join(' ', split.Test))));
        await AssertNothingStoredAsync(node);
        await node.StopAsync();
    }

    [Fact]
    public async Task One_that_cannot_be_made_is_refused_with_all_faults_and_nothing_is_stored()
    {
        await using EngineHost node = await StartAsync();
        var wrong = Definition("tpe") with { Folds = 5000, Purge = -1 };
        wrong = wrong with { Sweep = wrong.Sweep with { Objective = "sharpe + trades" } };
        var fault = await Assert.ThrowsAsync<RunSpecException>(() => node.Get<IStudies>().StartAsync(new CrossValidationStudy(wrong), "anna", None));
        Assert.Equal(["folds", "method", "objective", "purge"], fault.Faults.Select(text => text.Split(' ')[0]).Order());
        Assert.Contains(fault.Faults, text => text.StartsWith("folds is 5000 but must be 2 to 450", StringComparison.Ordinal));
        await AssertNothingStoredAsync(node);
        await node.StopAsync();
    }

    private protected override async Task<bool> HasOutcomeAsync(EngineHost node, string id) => await node.Get<IStudyStore>().CrossValidationAsync(id, None) is not null;

    private protected override async Task AssertSameAsync(EngineHost node, string id, StudySpec study)
    {
        var found = (await node.Get<IStudyStore>().CrossValidationAsync(id, None))!;
        var expected = await StudyNode.InProcessAsync(node, ((CrossValidationStudy)study).Validation);
        Assert.Equal(StudyNode.Text(expected), StudyNode.Text(found));
        Assert.Equal((expected.MedianPath, expected.Default.Times[^1]), (found.MedianPath, found.Default.Times[^1]));
    }

    private static CrossValidationDefinition Definition(string method = "grid") => new() { Sweep = StudyNode.Sweep(method), Folds = 5, Purge = 3, Embargo = 10 };
}

public sealed class SqliteValidationJobsTests() : ValidationJobsContract(null);

public sealed class PostgresValidationJobsTests(PostgresFixture postgres) : ValidationJobsContract(postgres);
