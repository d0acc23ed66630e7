using AlphaFactory.Core.Registration;
using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Desk;

namespace AlphaFactory.Engine.Alerts.Channels.Telegram.Commands;

/// <summary>Which deployments a command is about: one by name or id, all by the word, the only one by nothing.</summary>
internal static class DeploymentChoice
{
    /// <summary>The word for all of them.</summary>
    public const string All = "all";

    /// <summary>The deployments meant, or in words why none is.</summary>
    /// <param name="frame">What trades.</param>
    /// <param name="argument">What was typed behind the command.</param>
    /// <param name="command">The command, for the words.</param>
    /// <param name="states">States a deployment must be in.</param>
    public static (IReadOnlyList<DeploymentFrame> Chosen, string? Fault) Of(DeskFrame frame, string argument, string command, params IReadOnlyList<DeploymentState> states)
    {
        DeploymentFrame[] possible = [.. frame.Deployments.Where(deployment => states.Contains(deployment.State))];
        string wanted = string.Join(" or ", states.Select(state => state.ToString().ToLowerInvariant()));
        if (possible.Length == 0)
        {
            return ([], (frame.Trouble is { } trouble ? trouble + " " : "") + $"No deployment is {wanted}.");
        }

        if (string.Equals(argument, All, StringComparison.OrdinalIgnoreCase) || (argument.Length == 0 && possible.Length == 1))
        {
            return (possible, null);
        }

        string list = string.Join('\n', possible.Select(deployment => $"/{command} {deployment.Name}").Append($"/{command} {All}"));
        if (argument.Length == 0)
        {
            return ([], $"Which one?\n{list}");
        }

        DeploymentFrame[] named = [.. possible.Where(deployment => string.Equals(deployment.Name, argument, StringComparison.OrdinalIgnoreCase) || deployment.Id == argument)];
        return named.Length == 1 ? (named, null)
            : named.Length > 1 ? ([], $"{named.Length} deployments are called so. Give the id: {string.Join(", ", named.Select(deployment => deployment.Id))}.")
            : ([], $"No deployment that is {wanted} is called \"{argument}\".{Suggestion.Sentence(argument, possible.Select(deployment => deployment.Name))}\n{list}");
    }

    /// <summary>Gives every one of them a command and says what came of each.</summary>
    public static async Task<string> EachAsync(IReadOnlyList<DeploymentFrame> chosen, Func<DeploymentFrame, DeskCommand> command, ITradingDesk desk, string by, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var deployment in chosen)
        {
            lines.Add($"{deployment.Name}: {Words(await desk.DoAsync(command(deployment), by, cancellationToken))}");
        }

        return string.Join('\n', lines);
    }

    /// <summary>What the desk answered.</summary>
    public static string Words(DeskAnswer answer) => answer switch
    {
        DeskAnswer.Done done => done.Words,
        DeskAnswer.Refused refused => "not done. " + refused.Words,
        _ => throw new InvalidOperationException($"The desk answered {answer.GetType().Name}, which nobody knows."),
    };
}
