using AlphaFactory.Core.Costs.Slippages;
using AlphaFactory.Core.Exits;
using AlphaFactory.Core.Risk;
using AlphaFactory.Engine.Audit;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Trading;
using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Persistence;

/// <summary>Deployments, whatever the database.</summary>
public abstract class DeploymentContract(PostgresFixture? postgres) : OnDatabase(postgres)
{
    private static readonly NewDeployment s_wanted = new(
        " Crossover on one ",
        TradingMode.Simulated,
        new RunSpec { Strategy = "sma-crossover", Symbol = "", InitialCapital = 25_000.5, Slippage = new HalfSpreadSlippage { Ticks = 2 }, Exits = new ExitRules { StopFraction = 0.05 }, Sizing = new RuleChoice("fixed-risk") },
        ["nova"],
        [.. RiskPreset.Trading.Rules.Reverse().Select(rule => new RuleChoice(rule))],
        [new RuleChoice("cool-down").With("minutes", "30")])
    {
        Feed = new ReplayFeed { From = new(2024, 3, 4), Speed = 250.5 },
    };

    private IDeployments Deployments => Host.Get<IDeployments>();

    [Fact]
    public async Task What_is_deployed_is_spelled_out_kept_and_read_back()
    {
        var made = await MadeAsync();
        Assert.Equal(("Crossover on one", DeploymentState.Draft, 1, "anna"), (made.Name, made.State, made.Version, made.By));
        Assert.Equal(["NOVA"], made.Symbols);
        Assert.Equal("20", made.Spec.Parameters["fast"]);
        Assert.Equal(RiskPreset.Trading.Rules.Order(), made.Risk.Select(rule => rule.Rule));
        Assert.Equal("5", made.Risk.Single(rule => rule.Rule == "position-size").Parameters["limit_pct"]);
        Assert.Equal("30", Assert.Single(made.Protections).Parameters["minutes"]);
        Assert.Equal($"simulated:{made.Id}", made.Account);

        var found = (await Deployments.FindAsync(made.Id, None))!;
        Assert.Equal(RunSpecYaml.Write(made.Spec), RunSpecYaml.Write(found.Spec));
        Assert.Equal(made.Spec.InitialCapital, found.Spec.InitialCapital);
        Assert.Equal(made.Symbols, found.Symbols);
        Assert.Equal(new ReplayFeed { From = new(2024, 3, 4), Speed = 250.5 }, found.Feed);
        Assert.Equal((made.CreatedAt, made.ChangedAt), (found.CreatedAt, found.ChangedAt));
        Assert.Equal(made.Id, Assert.Single(await Deployments.ListAsync(None)).Id);
        Assert.Null(await Deployments.FindAsync("nobody", None));
    }

    [Fact]
    public async Task Every_fault_is_told_at_once_and_nothing_is_kept()
    {
        var wrong = s_wanted with { Name = "", Symbols = ["NOVA", "nova", "a b", "BRK.B"], Feed = new ReplayFeed { Speed = 1001, From = new(2024, 1, 2), To = new(2023, 1, 2) }, Spec = s_wanted.Spec with { Fill = FillConvention.SameClose, InitialCapital = 0 }, Risk = [new RuleChoice("levrage"), new RuleChoice("leverage").With("limit", "99")], Protections = [new RuleChoice("cool-down"), new RuleChoice("cool-down")] };
        var faults = Assert.IsType<DeployOutcome.Refused>(await Deployments.CreateAsync(wrong, "anna", None)).Faults;
        foreach (string part in (string[])["1 to 80", "NOVA is there twice", "\"a b\" is no symbol", "a deployment trades one", "from 1 to 1000", "Turn the days around", "next-open", "capital", "Did you mean \"leverage\"?", "limit", "\"cool-down\" twice"])
        {
            Assert.Contains(faults, fault => fault.Contains(part, StringComparison.Ordinal));
        }

        Assert.Empty(await Deployments.ListAsync(None));
        Assert.Contains("no symbol", Assert.Single(Assert.IsType<DeployOutcome.Refused>(await Deployments.CreateAsync(s_wanted with { Symbols = [] }, "anna", None)).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_started_paused_killed_and_stopped_and_each_change_is_in_the_audit_log()
    {
        var now = await MadeAsync();
        foreach (var (state, note) in ((DeploymentState, string)[])[(DeploymentState.Running, ""), (DeploymentState.Paused, "lunch"), (DeploymentState.Running, ""), (DeploymentState.Killed, "the feed is wrong"), (DeploymentState.Paused, "it is right again"), (DeploymentState.Stopped, "")])
        {
            now = Assert.IsType<DeployOutcome.Done>(await Deployments.ChangeAsync(now.Id, now.Version, state, note, "ben", None)).Deployment;
            Assert.Equal((state, note, "ben"), (now.State, now.Note, now.By));
        }

        Assert.Equal(7, now.Version);
        var log = await Host.Get<IAuditLog>().ListAsync(new AuditQuery(), None);
        Assert.Equal(["deployment-stopped", "deployment-paused", "deployment-killed", "deployment-running", "deployment-paused", "deployment-running", "deployment-created"], log.Select(entry => entry.Action));
    }

    [Fact]
    public async Task What_was_killed_or_stopped_does_not_simply_run_again()
    {
        var made = await MadeAsync();
        var running = Assert.IsType<DeployOutcome.Done>(await Deployments.ChangeAsync(made.Id, 1, DeploymentState.Running, "", "ben", None)).Deployment;
        Assert.Contains("note is empty", await RefusedAsync(running, DeploymentState.Killed, " "), StringComparison.Ordinal);
        var killed = Assert.IsType<DeployOutcome.Done>(await Deployments.ChangeAsync(made.Id, 2, DeploymentState.Killed, "wild", "ben", None)).Deployment;
        Assert.Contains("cannot become Running", await RefusedAsync(killed, DeploymentState.Running, "again"), StringComparison.Ordinal);
        Assert.Contains("note is empty", await RefusedAsync(killed, DeploymentState.Paused, ""), StringComparison.Ordinal);
        var stopped = Assert.IsType<DeployOutcome.Done>(await Deployments.ChangeAsync(made.Id, 3, DeploymentState.Stopped, "enough", "ben", None)).Deployment;
        Assert.Contains("cannot become Running", await RefusedAsync(stopped, DeploymentState.Running, "again"), StringComparison.Ordinal);
        Assert.IsType<DeployOutcome.NotFound>(await Deployments.ChangeAsync("nobody", 1, DeploymentState.Running, "", "ben", None));
    }

    [Fact]
    public async Task Of_ten_changes_at_once_one_is_made()
    {
        var made = await MadeAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => Deployments.ChangeAsync(made.Id, 1, i % 2 == 0 ? DeploymentState.Running : DeploymentState.Stopped, "", $"user{i}", None))));
        Assert.Single(outcomes.OfType<DeployOutcome.Done>());
        Assert.Equal(9, outcomes.OfType<DeployOutcome.Overtaken>().Count());
        Assert.Equal(2, (await Deployments.FindAsync(made.Id, None))!.Version);
    }

    private async Task<Deployment> MadeAsync() => Assert.IsType<DeployOutcome.Done>(await Deployments.CreateAsync(s_wanted, "anna", None)).Deployment;

    private async Task<string> RefusedAsync(Deployment deployment, DeploymentState state, string note) =>
        Assert.Single(Assert.IsType<DeployOutcome.Refused>(await Deployments.ChangeAsync(deployment.Id, deployment.Version, state, note, "ben", None)).Faults);
}

public sealed class SqliteDeploymentTests() : DeploymentContract(null);

public sealed class PostgresDeploymentTests(PostgresFixture postgres) : DeploymentContract(postgres);
