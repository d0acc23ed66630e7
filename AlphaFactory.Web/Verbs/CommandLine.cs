using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using AlphaFactory.Core.Registration;
using AlphaFactory.Engine.Persistence;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Configuration;

namespace AlphaFactory.Web.Verbs;

/// <summary>Finds the verbs, reads the arguments and turns every outcome into an exit code.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command line.</summary>
    /// <param name="arguments">Without the program's name.</param>
    /// <param name="output">Results only; null is stdout.</param>
    /// <param name="error">Everything else; null is stderr.</param>
    /// <param name="cancellationToken">Stops the verb.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter? output = null, TextWriter? error = null, CancellationToken cancellationToken = default)
    {
        var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(30) };
        invocation.Output = output ?? invocation.Output;
        invocation.Error = error ?? invocation.Error;
        try
        {
            var parsed = Root(VerbTypes(arguments)).Parse(arguments);
            if (parsed.Action is ParseErrorAction wrong)
            {
                wrong.ShowHelp = false;
                invocation.Output = invocation.Error;
                await parsed.InvokeAsync(invocation, cancellationToken);
                await invocation.Error.WriteLineAsync($"`{Named(parsed.CommandResult)} --help` shows what is allowed.");
                return ExitCode.WrongUse;
            }

            return await parsed.InvokeAsync(invocation, cancellationToken);
        }
        catch (Exception fault) when (Expected(fault) is { } code)
        {
            await invocation.Error.WriteLineAsync(fault.Message);
            return code;
        }
    }

    /// <summary>
    /// The class of the verb that is asked for, or all when it goes by another name than its class, has two words, or is not there. Making the options of all verbs, and
    /// loading what their types stand on, would take a sixth of a short run.
    /// </summary>
    /// <param name="arguments">The command line.</param>
    internal static Type[] VerbTypes(IReadOnlyList<string> arguments)
    {
        var assembly = typeof(CommandLine).Assembly;
        string word = string.Concat((arguments.Count > 0 ? arguments[0] : "").Split('-').Select(part => part.Length == 0 ? "" : char.ToUpperInvariant(part[0]) + part[1..]));
        return word.All(char.IsAsciiLetter) && assembly.GetType($"{typeof(CommandLine).Namespace}.{word}Verb") is { IsClass: true } type && type.IsAssignableTo(typeof(IVerb)) ? [type] : assembly.GetTypes();
    }

    /// <summary>All verbs among the types; <c>serve</c> is also what happens without a verb.</summary>
    /// <exception cref="RegistrationException">Two verbs share a name.</exception>
    internal static RootCommand Root(IEnumerable<Type> types)
    {
        var root = new RootCommand("AlphaFactory: a backtest you can believe. Without a verb it serves its pages.");
        SettingsArguments.AddTo(root);
        foreach (var verb in types.Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IVerb))).Select(type => (IVerb)Activator.CreateInstance(type)!))
        {
            var command = verb.Build();
            var parent = verb.Group is { } group ? Group(root, group) : root;
            if (parent.Subcommands.Any(other => other.Name == command.Name))
            {
                throw new RegistrationException($"The verb \"{command.Name}\" exists twice; {verb.GetType().FullName} is one of the two. Give it another name.");
            }

            parent.Subcommands.Add(command);
            if (verb is ServeVerb)
            {
                foreach (var option in command.Options)
                {
                    root.Options.Add(option);
                }

                root.Action = command.Action;
            }
        }

        return root;
    }

    private static Command Group(RootCommand root, string name)
    {
        if (root.Subcommands.FirstOrDefault(command => command.Name == name) is { } existing)
        {
            return existing;
        }

        var group = new Command(name, $"Verbs about a {name}.");
        root.Subcommands.Add(group);
        return group;
    }

    private static string Named(CommandResult result) => result.Parent is CommandResult parent ? $"{Named(parent)} {result.Command.Name}" : "AlphaFactory.Web";

    private static int? Expected(Exception fault) => fault switch
    {
        VerbException verb => verb.Code,
        SettingsException or RunSpecException => ExitCode.WrongUse,
        OperationCanceledException or DatabaseUnavailableException => ExitCode.Failed,
        _ => null,
    };
}
