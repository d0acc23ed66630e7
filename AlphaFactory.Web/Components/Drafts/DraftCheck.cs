using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.Runs;

namespace AlphaFactory.Web.Components.Drafts;

/// <summary>What came of checking a draft.</summary>
/// <param name="Spec">What would run; only to be started when there is no fault.</param>
/// <param name="Faults">Every fault in words by the field it belongs to; <see cref="Whole"/> for those of no field.</param>
public sealed record DraftCheck(RunSpec Spec, IReadOnlyDictionary<string, string> Faults)
{
    /// <summary>Key of faults that belong to no field.</summary>
    public const string Whole = "";

    public bool IsValid => Faults.Count == 0;

    /// <summary>Keys of the faulty fields from the top of the page to its end.</summary>
    public IEnumerable<string> Fields => Faults.Keys.OrderBy(Place);

    /// <summary>A key in the words of the form.</summary>
    public static string NameOf(string key) => key switch
    {
        Whole => "the run",
        "size_pct" => "size",
        "stop_pct" or "stop_atr" => "stop",
        "trailing_pct" or "trailing_atr" => "trailing stop",
        "take_profit_pct" or "take_profit_r" => "target",
        _ when key.StartsWith(RunLink.Parameter, StringComparison.Ordinal) => Words(key[RunLink.Parameter.Length..]),
        _ when RunRuleValues.IsParameter(key) => Words(key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..].Replace('.', ' ')),
        _ => Words(key),
    };

    private static string Words(string name) => name.Replace("_pct", "", StringComparison.Ordinal).Replace('_', ' ').Replace('-', ' ');

    private static double Place(string key) =>
        key.StartsWith(RunLink.Parameter, StringComparison.Ordinal) ? 0.5
        : RunRuleValues.IsParameter(key) ? Place(key.Split('.', 2)[0]) + 0.5
        : RunSpecField.All.ToList().FindIndex(setting => setting.Key == key);
}
