using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.CrossValidation;
using AlphaFactory.Engine.Optimization.WalkForward;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Studies;

/// <summary>Names of content: equal keys stand for equal rows, or for the same tries.</summary>
internal static class StudyKeys
{
    /// <summary>
    /// What a number of a set means: the run, the axes and the bars. Neither how sets were chosen nor what was to be large belongs to it, nor
    /// the engine or the version of the program: they make no new try of a set.
    /// </summary>
    public static string Space(SweepSpace space, RunPeriod period, string dataHash)
    {
        var text = Content(space.Definition.Run, period, dataHash);
        foreach (var axis in space.Axes)
        {
            text.Append('\n').Append(axis.Name).Append('=').AppendJoin(',', axis.Values);
        }

        return Hash(text.ToString());
    }

    /// <summary>The same of a single run, which has no axes: a space of one set.</summary>
    public static string Run(RunSpec run, RunPeriod period, string dataHash) => Hash(Content(run, period, dataHash).ToString());

    /// <summary>Key of a piece of a grid, of a search, of a walk-forward, or of a cross-validation.</summary>
    public static string Chunk(StudySpec spec, string dataHash, long first, long size)
    {
        var tried = spec.Tried;
        string content = tried.ChunkKey(dataHash, first, size), search = string.Create(CultureInfo.InvariantCulture, $"{tried.Method} {tried.Budget} {tried.Seed}");
        return spec switch
        {
            SweepStudy when tried.Method == "grid" => content,
            WalkForwardStudy { Walk: var walk } => Hash($"{content}\n{search}\n{Cut(walk)}"),
            CrossValidationStudy { Validation: var validation } => Hash($"{content}\n{search}\n{Cut(validation)}"),
            _ => Hash($"{content}\n{search}"),
        };
    }

    /// <summary>A run and its bars. The symbol is that of the bars: people write it in small letters too.</summary>
    private static StringBuilder Content(RunSpec run, RunPeriod period, string dataHash) =>
        new StringBuilder(RunSpecYaml.Write(run with { Symbol = period.Bars.Identity.Symbol, Source = null, From = period.Bars.DateAt(0), To = period.Bars.DateAt(period.Bars.Count - 1), Engine = EngineChoice.Auto, Seed = 0 })).Append(dataHash);

    private static string Cut(WalkForwardDefinition walk) => string.Create(CultureInfo.InvariantCulture, $"{walk.Train} {walk.Test} {walk.Step} {walk.Purge} {walk.Anchored}");

    private static string Cut(CrossValidationDefinition validation) => string.Create(CultureInfo.InvariantCulture, $"{validation.Folds} {validation.TestFolds} {validation.Purge} {validation.Embargo}");

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
