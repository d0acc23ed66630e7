using System.CommandLine;
using AlphaFactory.Engine.Persistence;

namespace AlphaFactory.Web.Verbs;

/// <summary>Brings the database up to this version; the server does the same when it starts.</summary>
internal sealed class MigrateVerb : IVerb
{
    public Command Build()
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON document" };
        var command = new Command("migrate", "Bring the database up to this version of the program") { json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = SettingsArguments.Load(parsed);
            Directory.CreateDirectory(settings.Engine.DataPath);
            await using var services = VerbHost.Build(settings);
            var migrator = services.GetRequiredService<IDatabaseMigrator>();
            var applied = await migrator.MigrateAsync(cancellationToken);
            var status = await migrator.StatusAsync(cancellationToken);
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                output.WriteJson(new { status.Provider, status.Place, Applied = applied, status.Pending });
            }
            else
            {
                await output.WriteLineAsync(applied.Count == 0 ? $"{status.Place} is up to date." : $"{status.Place}: applied {string.Join(", ", applied)}.");
            }

            return ExitCode.Done;
        });
        return command;
    }
}
