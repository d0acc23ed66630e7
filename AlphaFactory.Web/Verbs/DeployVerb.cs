using System.CommandLine;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Trading;
using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Web.Api;

namespace AlphaFactory.Web.Verbs;

/// <summary>Puts a strategy to work on the simulated account.</summary>
internal sealed class DeployVerb : IVerb
{
    public const string By = "verb";

    public Command Build()
    {
        var name = new Option<string?>("--name") { Description = "What people call it; strategy and symbol unless set", HelpName = "NAME" };
        var speed = new Option<double>("--speed") { Description = "Times the speed of the exchange, 1 to 1000", HelpName = "TIMES", DefaultValueFactory = _ => new ReplayFeed().Speed };
        var protections = new Option<string[]>("--protection") { Description = "Protections that are on, with their default numbers", HelpName = "ID", AllowMultipleArgumentsPerToken = true };
        var start = new Option<bool>("--start") { Description = "Start it at once; a running server takes it up within a second" };
        var json = new Option<bool>("--json") { Description = "Print one JSON document" };
        var command = new Command("deploy", "Put a strategy to work on the simulated account; --from and --to say which stored bars are played") { name, speed, protections, start, json };
        var run = new RunOptions();
        run.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await VerbHost.BuildWithStoreAsync(SettingsArguments.Load(parsed), cancellationToken);
            var spec = run.Read(parsed, null);
            var wanted = new NewDeployment(
                parsed.GetValue(name) ?? DeployRequestBody.DefaultName(spec), TradingMode.Simulated, spec, spec.Symbol.Length == 0 ? [] : [spec.Symbol], DeployRequestBody.RiskOf(null, spec),
                [.. (parsed.GetValue(protections) ?? []).Select(id => new RuleChoice(id))])
            {
                Feed = new ReplayFeed { From = spec.From, To = spec.To, Speed = parsed.GetValue(speed) },
            };
            var deployments = services.GetRequiredService<IDeployments>();
            var made = await deployments.CreateAsync(wanted, By, cancellationToken) switch
            {
                DeployOutcome.Done done => done.Deployment,
                DeployOutcome.Refused refused => throw new RunSpecException(refused.Faults),
                var other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
            };
            if (parsed.GetValue(start))
            {
                await services.GetRequiredService<KillSwitch>().LoadAsync(cancellationToken);
                if (await services.GetRequiredService<ITradingDesk>().DoAsync(new DeskCommand.Start(made.Id), By, cancellationToken) is DeskAnswer.Refused no)
                {
                    throw new VerbException($"{made.Name} ({made.Id}) was made, but not started. {no.Words}");
                }

                made = (await deployments.FindAsync(made.Id, cancellationToken))!;
            }

            if (parsed.GetValue(json))
            {
                parsed.InvocationConfiguration.Output.WriteJson(DeploymentBody.Of(made));
            }
            else
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync($"{made.Id}  {made.Name}  {ChoiceText.Of(made.State)}");
            }

            return ExitCode.Done;
        });
        return command;
    }
}
