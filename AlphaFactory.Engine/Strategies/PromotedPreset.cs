using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Strategies;

/// <summary>Values of a strategy that a study recommended and a person took over, under a name, with the evidence of that day. It never changes.</summary>
/// <param name="Id">Key in the store.</param>
/// <param name="Name">What the person called it.</param>
/// <param name="Run">The whole run: strategy in its version, parameters, stops, size and costs.</param>
/// <param name="Evidence">What spoke for it.</param>
/// <param name="CreatedBy">Who took it over.</param>
/// <param name="CreatedAt">When.</param>
public sealed record PromotedPreset(string Id, string Name, RunSpec Run, PromotionEvidence Evidence, string CreatedBy, DateTimeOffset CreatedAt)
{
    /// <summary>Most characters of a name.</summary>
    public const int LongestName = 60;

    /// <summary>What is wrong with a name; null when nothing is.</summary>
    public static string? Fault(string name, IEnumerable<PromotedPreset> others) => name.Trim() switch
    {
        { Length: 0 } => "Type a name.",
        { Length: > LongestName } text => $"The name has {text.Length} characters; {LongestName} are the most. Shorten it.",
        var text when others.Any(other => string.Equals(other.Name, text, StringComparison.OrdinalIgnoreCase)) => $"This strategy has promoted values named \"{text}\" already. Take another name.",
        _ => null,
    };
}

/// <summary>What a study said of the values on the day they were taken over. Figures are those in sample; null is undefined.</summary>
/// <param name="Study">Id of the study.</param>
/// <param name="Objective">What was to be large.</param>
/// <param name="Value">Objective of the values themselves.</param>
/// <param name="Median">Median objective of their neighbourhood.</param>
/// <param name="Neighbours">Sets in that neighbourhood, themselves included.</param>
/// <param name="Default">Objective of the run without optimising.</param>
/// <param name="Hold">Objective of buying and holding.</param>
/// <param name="DeflatedSharpe">Deflated Sharpe ratio of the single best.</param>
/// <param name="Overfit">Probability of overfitting.</param>
/// <param name="ByChance">Chance of such a lead over holding if no set were better.</param>
/// <param name="Sets">Sets of the study.</param>
/// <param name="Trials">Tries of the strategy until then.</param>
/// <param name="Verdict">The conclusion in a sentence.</param>
public sealed record PromotionEvidence(
    string Study, string Objective, double? Value, double? Median, int Neighbours, double? Default, double? Hold, double? DeflatedSharpe, double? Overfit, double? ByChance, long Sets, long Trials, string Verdict);

/// <summary>Promoted values of all strategies. Deleting hides them and can be undone.</summary>
public interface IPromotedPresets
{
    /// <summary>Those of a strategy in any version, newest first.</summary>
    Task<IReadOnlyList<PromotedPreset>> ListAsync(string strategy, CancellationToken cancellationToken);

    /// <summary>Stores values under a name.</summary>
    /// <returns>What was stored, or the fault in words.</returns>
    Task<(PromotedPreset? Preset, string? Fault)> PromoteAsync(string name, RunSpec run, PromotionEvidence evidence, string by, CancellationToken cancellationToken);

    /// <summary>Hides one.</summary>
    Task DeleteAsync(string id, string by, CancellationToken cancellationToken);

    /// <summary>Brings one back.</summary>
    Task UndeleteAsync(string id, string by, CancellationToken cancellationToken);
}
