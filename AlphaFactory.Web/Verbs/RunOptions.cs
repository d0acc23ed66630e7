using System.CommandLine;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Web.Verbs;

/// <summary>The options that say what to run: one for each key of a run file, so that the two can never differ.</summary>
internal sealed class RunOptions
{
    private readonly Option<string?> _file = new("--spec") { Description = "Run file (YAML) that holds these settings; the other options override it", HelpName = "RUN.yaml" };
    private readonly Option<string[]> _set = new("--set") { Description = "Parameters of the strategy", HelpName = "KEY=VALUE", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> _preset = new("--preset") { Description = "Start from the values of one of the strategy's presets; --set overrides them", HelpName = "ID" };
    private readonly List<(RunSpecField Field, Option<string?> Option)> _fields = [.. RunSpecField.All.Select(field => (field, Option(field)))];

    public void AddTo(Command command)
    {
        command.Options.Add(_file);
        foreach (var (field, option) in _fields)
        {
            command.Options.Add(option);
            if (field.Key == "strategy")
            {
                command.Options.Add(_preset);
                command.Options.Add(_set);
            }
        }
    }

    /// <summary>The spec this command line asks for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="symbol">Symbol when neither file nor option names one.</param>
    /// <exception cref="RunSpecException">Something cannot be read; every fault is listed.</exception>
    public RunSpec Read(ParseResult parsed, string? symbol)
    {
        var spec = parsed.GetValue(_file) is { } path ? RunSpecYaml.Read(ReadFile(path)) : new RunSpec { Strategy = "", Symbol = "" };
        var faults = new List<string>();
        var given = new Dictionary<string, string>();
        foreach (var (field, option) in _fields)
        {
            if (parsed.GetResult(option) is not null)
            {
                string text = given[field.Key] = parsed.GetValue(option) ?? "true";
                spec = field.Read(spec, text) ?? Fault(spec, faults, $"{option.Name} is \"{text}\" but must be {field.Allowed}.");
            }
        }

        faults.AddRange(RunSpecField.Conflicts(given).Select(conflict => conflict.Fault));
        var parameters = new Dictionary<string, string>(spec.Parameters);
        if (parsed.GetValue(_preset) is { } id && StrategyRegistry.Shipped().Find(spec.Strategy) is { } strategy)
        {
            if (strategy.FindPreset(id) is { } preset)
            {
                parameters = new Dictionary<string, string>(strategy.Parameters.Format(preset.Parameters));
            }
            else
            {
                faults.Add(strategy.MissPreset(id));
            }
        }

        foreach (string pair in parsed.GetValue(_set) ?? [])
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1)
            {
                faults.Add($"--set is \"{pair}\" but must be KEY=VALUE, such as fast=20.");
                continue;
            }

            parameters[pair[..equals]] = pair[(equals + 1)..];
        }

        if (spec.Strategy.Length == 0)
        {
            faults.Add("--strategy is missing. `strategies` lists what there is.");
        }

        return faults.Count > 0 ? throw new RunSpecException(faults) : spec with { Parameters = parameters, Symbol = spec.Symbol.Length == 0 ? symbol ?? "" : spec.Symbol };
    }

    private static Option<string?> Option(RunSpecField field)
    {
        bool isSwitch = field.Allowed == "true or false";
        return new Option<string?>("--" + field.Key.Replace('_', '-'))
        {
            Description = char.ToUpperInvariant(field.Allowed[0]) + field.Allowed[1..],
            HelpName = isSwitch ? "true|false" : field.Key.ToUpperInvariant(),
            Arity = isSwitch ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
        };
    }

    private static string ReadFile(string path) => File.Exists(path)
        ? File.ReadAllText(path)
        : throw new VerbException($"There is no run file {path}.", ExitCode.WrongUse);

    private static RunSpec Fault(RunSpec spec, List<string> faults, string fault)
    {
        faults.Add(fault);
        return spec;
    }
}
