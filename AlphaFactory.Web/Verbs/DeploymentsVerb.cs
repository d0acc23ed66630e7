using System.CommandLine;
using System.Globalization;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Web.Api;

namespace AlphaFactory.Web.Verbs;

/// <summary>Lists what is deployed.</summary>
internal sealed class DeploymentsVerb : IVerb
{
    public Command Build()
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON document" };
        var command = new Command("deployments", "List what is deployed and what it is doing") { json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await VerbHost.BuildWithStoreAsync(SettingsArguments.Load(parsed), cancellationToken);
            DeploymentBody[] all = [.. (await services.GetRequiredService<IDeployments>().ListAsync(cancellationToken)).Select(DeploymentBody.Of)];
            if (parsed.GetValue(json))
            {
                parsed.InvocationConfiguration.Output.WriteJson(new { Deployments = all });
            }
            else
            {
                parsed.InvocationConfiguration.Output.WriteTable(["id", "name", "state", "strategy", "symbol", "since", "note"], all.Select(one => (IReadOnlyList<string>)
                    [one.Id, one.Name, ChoiceText.Of(one.State), one.Strategy, one.Symbol, one.ChangedAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), one.Note]));
            }

            return ExitCode.Done;
        });
        return command;
    }
}
