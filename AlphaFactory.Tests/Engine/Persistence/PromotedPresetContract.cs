using AlphaFactory.Core.Exits;
using AlphaFactory.Engine.Audit;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Strategies;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Persistence;

/// <summary>Promoted values with their evidence, whatever the database.</summary>
public abstract class PromotedPresetContract(PostgresFixture? postgres) : OnDatabase(postgres)
{
    private static readonly PromotionEvidence s_evidence = new("abcde12345", "sharpe", 0.97, 0.96, 9, 0.74, null, 0.9, 0.59, null, 1211, 1274, "The best set is not clear of luck.");

    private IPromotedPresets Presets => Host.Get<IPromotedPresets>();

    [Fact]
    public async Task Promoted_values_come_back_whole_with_their_evidence()
    {
        var run = Run("sma-crossover") with { Exits = ExitRules.None with { StopFraction = 0.05 }, SizeFraction = 0.5 };
        var (stored, fault) = await Presets.PromoteAsync(" Plateau 24/62 ", run, s_evidence, "mira", None);
        Assert.Null(fault);
        Assert.Equal("Plateau 24/62", stored!.Name);

        var read = Assert.Single(await Presets.ListAsync("sma-crossover", None));
        Assert.Equal((stored.Id, stored.Name, stored.Evidence, stored.CreatedBy, stored.CreatedAt), (read.Id, read.Name, read.Evidence, read.CreatedBy, read.CreatedAt));
        Assert.Equal(RunSpecYaml.Write(run), RunSpecYaml.Write(read.Run));
        Assert.Empty(await Presets.ListAsync("buy-and-hold", None));
        Assert.Equal(["preset-promoted"], (await Host.Get<IAuditLog>().ListAsync(new AuditQuery(Who: "mira"), None)).Select(entry => entry.Action));
    }

    [Fact]
    public async Task All_versions_of_a_strategy_share_their_names()
    {
        await Presets.PromoteAsync("Calm", Run("dip-buyer@1"), s_evidence, "mira", None);
        var (stored, fault) = await Presets.PromoteAsync("calm", Run("dip-buyer@2"), s_evidence, "tom", None);
        Assert.Null(stored);
        Assert.Contains("\"calm\" already", fault, StringComparison.Ordinal);
        Assert.NotNull((await Presets.PromoteAsync("", Run("dip-buyer@2"), s_evidence, "tom", None)).Fault);
        Assert.Contains("61 characters", (await Presets.PromoteAsync(new string('x', 61), Run("dip-buyer@2"), s_evidence, "tom", None)).Fault, StringComparison.Ordinal);
        Assert.Single(await Presets.ListAsync("dip-buyer", None));
    }

    [Fact]
    public async Task What_is_deleted_can_be_brought_back()
    {
        var (stored, _) = await Presets.PromoteAsync("Calm", Run("sma-crossover"), s_evidence, "mira", None);
        await Presets.DeleteAsync(stored!.Id, "mira", None);
        await Presets.DeleteAsync(stored.Id, "mira", None);
        Assert.Empty(await Presets.ListAsync("sma-crossover", None));
        await Presets.UndeleteAsync(stored.Id, "mira", None);
        Assert.Single(await Presets.ListAsync("sma-crossover", None));
        Assert.Equal(["preset-restored", "preset-deleted", "preset-promoted"], (await Host.Get<IAuditLog>().ListAsync(new AuditQuery(Who: "mira"), None)).Select(entry => entry.Action));
    }

    private static RunSpec Run(string strategy) => new() { Strategy = strategy, Symbol = "DEMO-FERM", Parameters = new Dictionary<string, string> { ["fast"] = "24", ["slow"] = "62" } };
}

public sealed class SqlitePromotedPresetTests() : PromotedPresetContract(null);

public sealed class PostgresPromotedPresetTests(PostgresFixture postgres) : PromotedPresetContract(postgres);
