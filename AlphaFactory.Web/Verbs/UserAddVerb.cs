using System.CommandLine;
using AlphaFactory.Web.Security;

namespace AlphaFactory.Web.Verbs;

/// <summary>Adds a user from the shell. The pass phrase is never an argument, because other users of the machine can see those.</summary>
internal sealed class UserAddVerb : IVerb
{
    public string Group => "user";

    public Command Build()
    {
        var name = new Argument<string>("name") { Description = "Name to sign in with" };
        var role = new Option<string>("--role") { Description = "owner, trader or viewer; the first user becomes the owner", DefaultValueFactory = _ => Roles.Trader };
        role.AcceptOnlyFromAmong([.. Roles.All]);
        var fromInput = new Option<bool>("--pass-phrase-stdin") { Description = "Read the pass phrase from the first line of standard input" };
        var command = new Command("add", "Add a user") { name, role, fromInput };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string phrase = parsed.GetValue(fromInput)
                ? await Console.In.ReadLineAsync(cancellationToken) ?? ""
                : HiddenInput.Ask("Pass phrase: ", parsed.InvocationConfiguration.Error);
            string again = parsed.GetValue(fromInput) ? phrase : HiddenInput.Ask("Pass phrase again: ", parsed.InvocationConfiguration.Error);
            if (PassPhrase.Fault(phrase, again) is { } fault)
            {
                throw new VerbException(fault, ExitCode.WrongUse);
            }

            await using var services = await VerbHost.BuildWithStoreAsync(SettingsArguments.Load(parsed), cancellationToken);
            var users = services.GetRequiredService<UserDirectory>();
            var faults = await users.AddAsync(parsed.GetValue(name)!, phrase, parsed.GetValue(role)!, "verb", cancellationToken);
            if (faults.Count > 0)
            {
                throw new VerbException(string.Join(Environment.NewLine, faults));
            }

            var added = await users.FindAsync(parsed.GetValue(name)!.Trim(), cancellationToken);
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"{added!.Name} can sign in as {added.Role}.");
            return ExitCode.Done;
        });
        return command;
    }
}
