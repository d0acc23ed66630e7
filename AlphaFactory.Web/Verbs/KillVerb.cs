using System.CommandLine;
using AlphaFactory.Engine.Trading.Desk;

namespace AlphaFactory.Web.Verbs;

/// <summary>Throws the kill switch. Works while the database is away and while no page answers: a file in the data directory is enough for the node that trades.</summary>
internal sealed class KillVerb : IVerb
{
    public Command Build()
    {
        var why = new Option<string?>("--why") { Description = "Why, in words", HelpName = "TEXT" };
        var json = new Option<bool>("--json") { Description = "Print one JSON document" };
        var command = new Command("kill", "End all trading at once: no order goes out, those that wait are taken back, until `unkill`") { why, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = SettingsArguments.Load(parsed);
            Directory.CreateDirectory(settings.Engine.DataPath);
            await using var services = VerbHost.Build(settings);
            var kill = services.GetRequiredService<KillSwitch>();
            // A kill is not refused for want of words.
            var state = await kill.ThrowAsync(string.IsNullOrWhiteSpace(parsed.GetValue(why)) ? "killed from the command line" : parsed.GetValue(why)!, DeployVerb.By, DeployVerb.By, cancellationToken);
            bool hasFile = File.Exists(kill.FilePath);
            if (!hasFile && !kill.IsKept)
            {
                throw new VerbException($"Trading is NOT killed: neither {kill.FilePath} nor the database could be written. Stop the server, or make that file by hand.");
            }

            if (parsed.GetValue(json))
            {
                parsed.InvocationConfiguration.Output.WriteJson(new { state.Since, state.Why, File = hasFile, Database = kill.IsKept });
            }
            else
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync($"Trading is killed ({(hasFile ? kill.FilePath : "no file could be written")}; {(kill.IsKept ? "the database knows" : "the database does not answer and is told later")}). `unkill --note …` takes it back.");
            }

            return ExitCode.Done;
        });
        return command;
    }
}
