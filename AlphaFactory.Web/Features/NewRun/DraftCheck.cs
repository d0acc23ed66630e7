using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Web.Features.NewRun;

/// <summary>What came of checking a draft.</summary>
/// <param name="Spec">What would run; only to be started when there is no fault.</param>
/// <param name="Faults">Every fault in words by the field it belongs to; <see cref="Whole"/> for those of no field.</param>
public sealed record DraftCheck(RunSpec Spec, IReadOnlyDictionary<string, string> Faults)
{
    /// <summary>Key of faults that belong to no field.</summary>
    public const string Whole = "";

    public bool IsValid => Faults.Count == 0;
}
