using System.CommandLine;
using AlphaFactory.Web.Configuration;

namespace AlphaFactory.Web.Verbs;

/// <summary>Serves the pages and runs the jobs; what happens without a verb.</summary>
internal sealed class ServeVerb : IVerb
{
    public Command Build()
    {
        var urls = new Option<string?>("--urls") { Description = "Address to listen on, http://127.0.0.1:5080 unless set", HelpName = "URL" };
        var role = new Option<string?>("--role") { Description = "all (pages and jobs), web (pages only) or worker (jobs only)" };
        role.AcceptOnlyFromAmong("all", "web", "worker");
        var command = new Command("serve", "Serve the pages and run the jobs (what happens without a verb)") { urls, role };
        command.SetAction((parsed, cancellationToken) =>
        {
            var settings = SettingsArguments.Load(parsed, ("Urls", parsed.GetValue(urls)), ("AlphaFactory:Role", parsed.GetValue(role)));
            return RunAsync(settings, parsed.InvocationConfiguration.Output, cancellationToken);
        });
        return command;
    }

    private static Task<int> RunAsync(LoadedSettings settings, TextWriter output, CancellationToken cancellationToken) =>
        settings.Engine.Role == "worker"
            ? Worker.RunAsync(settings, output, cancellationToken)
            : WebServer.RunAsync(settings, output, cancellationToken);
}
