using AlphaFactory.Core.Numerics;
using AlphaFactory.Engine.Optimization.CrossValidation;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Studies;

/// <summary>What is left of a sweep when its worker is killed, again and again, at points drawn at random.</summary>
public sealed class StudyKillTests
{
    private const int Kills = 20, ValidationKills = 4;

    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sweep_of_a_thousand_sets_whose_worker_is_killed_anywhere_loses_and_doubles_none()
    {
        string folder = Directory.CreateTempSubdirectory("alphafactory-kill-").FullName;
        Dictionary<string, string?> settings = StudyNode.Settings(null, folder);
        settings["AlphaFactory:Role"] = "web";
        var definition = StudyNode.Sweep("grid", EngineChoice.Auto, "fast=2..41", "slow=45..69") with { Where = null };
        await using EngineHost web = await EngineHost.StartAsync(settings);
        await StudyNode.WriteBarsAsync(web, 300);
        var (expected, csv) = await StudyNode.InProcessAsync(web, definition);
        Assert.Equal(1000, expected.Sets);

        var random = new SeededRandom(20);
        var worker = WorkerToKill.StartForStudies(folder, null, null);
        for (int kill = 0; kill < Kills; kill++)
        {
            string id = (await web.Get<IStudies>().StartAsync(new SweepStudy(definition), "anna", None)).Id;
            double share = random.NextDouble();
            await Patience.UntilAsync(async () => await web.Get<IStudyStore>().FindAsync(id, None) is { ChunksTotal: > 0 } state && state.Done >= share * state.Total);
            await worker.KillAsync();
            await worker.DisposeAsync();

            // Nobody else works here, so whatever says it runs has lost its worker; the next one need not wait for the silence to be long enough.
            await web.Get<IStudyChunks>().RecoverAsync(DateTimeOffset.MaxValue.AddYears(-1), int.MaxValue, None);
            worker = WorkerToKill.StartForStudies(folder, null, null);
            Assert.Equal(RunState.Done, (await StudyNode.EndAsync(web, id)).State);
            await StudyNode.AssertSameAsync(web, id, expected, csv);
        }

        await worker.DisposeAsync();
        await web.StopAsync();
        await TestFolder.DeleteAsync(folder);
    }

    [Fact]
    public async Task A_cross_validation_whose_worker_is_killed_anywhere_finds_the_same()
    {
        string folder = Directory.CreateTempSubdirectory("alphafactory-kill-").FullName;
        Dictionary<string, string?> settings = StudyNode.Settings(null, folder);
        settings["AlphaFactory:Role"] = "web";
        var definition = new CrossValidationDefinition { Sweep = StudyNode.Sweep("grid", EngineChoice.Auto, "fast=2..21", "slow=45..54") with { Where = null }, Folds = 6, TestFolds = 2, Purge = 2, Embargo = 10 };
        await using EngineHost web = await EngineHost.StartAsync(settings);
        await StudyNode.WriteBarsAsync(web, 300);
        string expected = StudyNode.Text(await StudyNode.InProcessAsync(web, definition));

        var random = new SeededRandom(21);
        var worker = WorkerToKill.StartForStudies(folder, null, null);
        for (int kill = 0; kill < ValidationKills; kill++)
        {
            string id = (await web.Get<IStudies>().StartAsync(new CrossValidationStudy(definition), "anna", None)).Id;
            double share = random.NextDouble();
            await Patience.UntilAsync(async () => await web.Get<IStudyStore>().FindAsync(id, None) is { ChunksTotal: > 0 } state && state.Done >= share * state.Total);
            await worker.KillAsync();
            await worker.DisposeAsync();
            await web.Get<IStudyChunks>().RecoverAsync(DateTimeOffset.MaxValue.AddYears(-1), int.MaxValue, None);
            worker = WorkerToKill.StartForStudies(folder, null, null);
            Assert.Equal(RunState.Done, (await StudyNode.EndAsync(web, id)).State);
            Assert.Equal(expected, StudyNode.Text((await web.Get<IStudyStore>().CrossValidationAsync(id, None))!));
        }

        await worker.DisposeAsync();
        await web.StopAsync();
        await TestFolder.DeleteAsync(folder);
    }
}
