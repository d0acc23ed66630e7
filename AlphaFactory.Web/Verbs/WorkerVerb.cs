using System.CommandLine;

namespace AlphaFactory.Web.Verbs;

/// <summary>Runs jobs for the pages of another process: <c>serve --role worker</c> under its own name.</summary>
internal sealed class WorkerVerb : IVerb
{
    public Command Build()
    {
        var command = new Command("worker", "Run jobs without serving pages");
        command.SetAction((parsed, cancellationToken) =>
            Worker.RunAsync(SettingsArguments.Load(parsed, ("AlphaFactory:Role", "worker")), parsed.InvocationConfiguration.Output, cancellationToken));
        return command;
    }
}
