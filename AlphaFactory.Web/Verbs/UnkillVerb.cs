using System.CommandLine;
using AlphaFactory.Engine.Trading.Desk;

namespace AlphaFactory.Web.Verbs;

/// <summary>Takes the kill switch back.</summary>
internal sealed class UnkillVerb : IVerb
{
    public Command Build()
    {
        var note = new Option<string>("--note") { Description = "Why trading may come back", HelpName = "TEXT", Required = true };
        var command = new Command("unkill", "Take the kill switch back; what it stopped is paused, and each deployment is resumed by itself") { note };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await VerbHost.BuildWithStoreAsync(SettingsArguments.Load(parsed), cancellationToken);
            await services.GetRequiredService<KillSwitch>().LoadAsync(cancellationToken);
            var answer = await services.GetRequiredService<ITradingDesk>().DoAsync(new DeskCommand.Unkill(parsed.GetValue(note)!, DeskCommand.Unkill.Word), DeployVerb.By, cancellationToken);
            if (answer is DeskAnswer.Refused refused)
            {
                throw new VerbException(refused.Words);
            }

            await parsed.InvocationConfiguration.Output.WriteLineAsync(((DeskAnswer.Done)answer).Words);
            return ExitCode.Done;
        });
        return command;
    }
}
