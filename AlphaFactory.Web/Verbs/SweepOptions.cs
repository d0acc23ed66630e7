using System.CommandLine;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Strategies;

namespace AlphaFactory.Web.Verbs;

/// <summary>The options that say what to vary and what to make large; the run options say all else.</summary>
internal sealed class SweepOptions
{
    private readonly Option<string[]> _ranges = new("--range") { Description = "What to vary: a parameter or a setting such as stop_pct, with a..b, a..b:step or a comma list. Without it the strategy's own ranges", HelpName = "NAME=RANGE", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> _preset = new("--ranges") { Description = $"Ranges under a name: {string.Join(", ", SweepPreset.All.Select(preset => preset.Id))}", HelpName = "ID" };
    private readonly Option<string?> _where = new("--where") { Description = "Condition on the values, such as \"fast < slow\"", HelpName = "CONDITION" };
    private readonly Option<string> _objective = new("--objective") { Description = "What to make large: a statistic or an expression such as \"sharpe - 0.5 * turnover\"", HelpName = "EXPRESSION", DefaultValueFactory = _ => "sharpe" };
    private readonly Option<string> _method = new("--method") { Description = "How sets are chosen: grid, random or tpe", HelpName = "ID", DefaultValueFactory = _ => "grid" };
    private readonly Option<int?> _budget = new("--budget") { Description = "Most sets a random or model-based search tries; a grid tries all and refuses it", HelpName = "N" };
    private readonly Option<int?> _threads = new("--threads") { Description = "Threads; all cores unless given. The figures do not depend on it", HelpName = "N" };

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_ranges, _preset, _where, _objective, _method, _budget, _threads])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The sweep this command line asks for.</summary>
    /// <exception cref="RunSpecException">A range cannot be read.</exception>
    public SweepDefinition Read(ParseResult parsed, RunSpec run, IStrategyCatalog strategies)
    {
        string[] ranges = parsed.GetValue(_ranges) ?? [];
        string? id = parsed.GetValue(_preset);
        var preset = id is null ? null : SweepPreset.All.FirstOrDefault(one => one.Id == id) ?? throw new VerbException(SweepPreset.Miss(id), ExitCode.WrongUse);
        if (parsed.GetValue(_budget) < 1)
        {
            throw new VerbException($"--budget is {parsed.GetValue(_budget)} but must be 1 or more.", ExitCode.WrongUse);
        }

        return new SweepDefinition
        {
            Run = run,
            Axes = ranges.Length > 0 || preset is not null
                ? [.. ranges.Select(SweepAxis.Parse), .. preset?.Axes ?? []]
                : RunStrategy.Find(strategies, run, out _) is { } strategy ? SweepPreset.OwnRanges(strategy) : [],
            Where = parsed.GetValue(_where),
            Objective = parsed.GetValue(_objective)!,
            Method = parsed.GetValue(_method)!,
            Budget = parsed.GetValue(_budget),
            Seed = run.Seed,
        };
    }

    /// <summary>Threads to use.</summary>
    public int Threads(ParseResult parsed) => parsed.GetValue(_threads) switch
    {
        null => Environment.ProcessorCount,
        >= 1 and int threads => threads,
        var threads => throw new VerbException($"--threads is {threads} but must be 1 or more.", ExitCode.WrongUse),
    };
}
