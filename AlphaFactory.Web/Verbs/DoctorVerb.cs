using System.CommandLine;
using AlphaFactory.Web.Health;

namespace AlphaFactory.Web.Verbs;

/// <summary>Looks at everything the program needs and says what is wrong and what to do.</summary>
internal sealed class DoctorVerb : IVerb
{
    public Command Build()
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON document" };
        var command = new Command("doctor", "Check runtime, folders, database, Redis, port and settings") { json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = SettingsArguments.Load(parsed);
            var checks = await Doctor.CheckAsync(settings, cancellationToken);
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                output.WriteJson(new { Checks = checks, Settings = settings.Values() });
            }
            else
            {
                output.WriteTable(["check", "state", "what"], checks.Select(check => (IReadOnlyList<string>)[check.Name, check.State, check.Text]));
                await output.WriteLineAsync();
                output.WriteTable(["setting", "value", "from"], settings.Values().Select(value => (IReadOnlyList<string>)[value.Name, value.Value, value.Origin]));
            }

            return checks.Any(check => check.State == DoctorCheck.Bad) ? ExitCode.Failed : ExitCode.Done;
        });
        return command;
    }
}
