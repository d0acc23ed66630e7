using System.CommandLine;
using AlphaFactory.Core.Registration;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.CrossValidation;
using AlphaFactory.Engine.Optimization.WalkForward;

namespace AlphaFactory.Web.Verbs;

/// <summary>The options that say how a period is cut into training and tests. One that the scheme has no use for is refused rather than passed over.</summary>
internal sealed class WindowOptions
{
    private static readonly (string Name, WindowScheme Scheme)[] s_schemes =
        [("rolling", WindowScheme.Rolling), ("anchored", WindowScheme.Anchored), ("kfold", WindowScheme.KFold), ("combinatorial", WindowScheme.Combinatorial)];

    private readonly Option<string?> _scheme = new("--scheme") { Description = $"How the period is cut: {string.Join(", ", s_schemes.Select(one => one.Name))}; rolling unless given", HelpName = "NAME" };
    private readonly Option<int?> _train = new("--train") { Description = "Bars parameters are chosen on; without it one window of 70 % training and 30 % test", HelpName = "BARS" };
    private readonly Option<int?> _test = new("--test") { Description = "Bars they are then traded on; a quarter of the training unless given", HelpName = "BARS" };
    private readonly Option<int?> _step = new("--step") { Description = "Bars from one choice to the next; the test's length unless given", HelpName = "BARS" };
    private readonly Option<bool> _anchored = new("--anchored") { Description = "The same as --scheme anchored: let every window begin with the first bar" };
    private readonly Option<int?> _folds = new("--folds") { Description = $"Equal parts of the period; {CrossValidationDefinition.UsualFolds} unless given, {CrossValidationDefinition.UsualGroups} of combinatorial splits", HelpName = "N" };
    private readonly Option<int?> _testFolds = new("--test-folds") { Description = $"Parts that combinatorial splits test together; {CrossValidationDefinition.UsualTested} unless given", HelpName = "K" };
    private readonly Option<int> _purge = new("--purge") { Description = "Bars left out between training and test; trading days of kfold and combinatorial splits", HelpName = "BARS" };
    private readonly Option<int?> _embargo = new("--embargo") { Description = "Further trading days that kfold and combinatorial splits leave out behind a test", HelpName = "DAYS" };

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_scheme, _train, _test, _step, _purge, _anchored, _folds, _testFolds, _embargo])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The scheme asked for.</summary>
    /// <exception cref="VerbException">There is no such scheme, or an option does not belong to it.</exception>
    public WindowScheme Scheme(ParseResult parsed)
    {
        string name = parsed.GetValue(_scheme) ?? (parsed.GetValue(_anchored) ? "anchored" : "rolling");
        int place = Array.FindIndex(s_schemes, one => one.Name == name);
        string[] known = [.. s_schemes.Select(one => one.Name)];
        var scheme = place >= 0 ? s_schemes[place].Scheme
            : throw new VerbException($"--scheme is \"{name}\" but must be {string.Join(", ", known[..^1])} or {known[^1]}.{Suggestion.Sentence(name, known)}", ExitCode.WrongUse);
        Option[] foreign = scheme switch
        {
            WindowScheme.Rolling => [_anchored, _folds, _testFolds, _embargo],
            WindowScheme.Anchored => [_folds, _testFolds, _embargo],
            WindowScheme.KFold => [_train, _test, _step, _anchored, _testFolds],
            _ => [_train, _test, _step, _anchored],
        };
        return foreign.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } wrong
            ? throw new VerbException($"{wrong.Name} does not belong to --scheme {name}. Leave it out, or take {Takers(wrong)}.", ExitCode.WrongUse)
            : scheme;
    }

    /// <summary>The windows of a rolling or anchored scheme.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="sweep">What is tried in each.</param>
    /// <param name="bars">Counts the bars of the period.</param>
    public WalkForwardDefinition Windows(ParseResult parsed, SweepDefinition sweep, Func<int> bars)
    {
        int purge = parsed.GetValue(_purge);
        if (parsed.GetValue(_train) is null && new[] { _test, _step }.FirstOrDefault(option => parsed.GetValue(option) is not null) is { } alone)
        {
            throw new VerbException($"{alone.Name} needs --train, which says how many bars a choice looks back on. Give both, or leave it out for one window of 70 % training.", ExitCode.WrongUse);
        }

        var definition = parsed.GetValue(_train) is { } train
            ? new WalkForwardDefinition { Sweep = sweep, Train = train, Test = parsed.GetValue(_test) ?? (train / 4), Purge = purge, Step = parsed.GetValue(_step) }
            : WalkForwardDefinition.OfShare(sweep, bars(), WalkForwardDefinition.UsualShare, purge);
        return definition with { Anchored = Scheme(parsed) == WindowScheme.Anchored };
    }

    /// <summary>The folds of a cross-validation.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="sweep">What is tried in each split.</param>
    public CrossValidationDefinition Folds(ParseResult parsed, SweepDefinition sweep)
    {
        bool several = Scheme(parsed) == WindowScheme.Combinatorial;
        return new CrossValidationDefinition
        {
            Sweep = sweep,
            Folds = parsed.GetValue(_folds) ?? (several ? CrossValidationDefinition.UsualGroups : CrossValidationDefinition.UsualFolds),
            TestFolds = several ? parsed.GetValue(_testFolds) ?? CrossValidationDefinition.UsualTested : 1,
            Purge = parsed.GetValue(_purge),
            Embargo = parsed.GetValue(_embargo) ?? 0,
        };
    }

    private string Takers(Option option) => option == _testFolds ? "combinatorial" : option == _folds || option == _embargo ? "kfold or combinatorial" : option == _anchored ? "--scheme anchored alone" : "rolling or anchored";
}
