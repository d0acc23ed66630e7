using System.Globalization;
using System.Text;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;

namespace AlphaFactory.Engine.Reports.Optimization;

/// <summary>How the sweep was made: all that decided its figures, and the file that makes it again on the same bars.</summary>
internal static class MadeSection
{
    private const string Older = "not stored by this sweep; a newer one does";

    // What the period and the search say below, and what the file alone has room for.
    private static readonly string[] s_elsewhere = ["rules", "from", "to", "seed"];

    public static void Write(StringBuilder page, SweepStudyResult result, DateTimeOffset? ended)
    {
        page.Append("<section><h2>How it was made</h2><div class=\"table\" tabindex=\"0\"><table><tbody>");
        foreach (var (name, value) in Facts(result, ended))
        {
            page.Append($"<tr><td class=\"left\">{ReportText.Html(name)}</td><td class=\"left words\">{ReportText.Html(value)}</td></tr>");
        }

        page.Append($"</tbody></table></div><p class=\"quiet\">The file that makes it again, by page, verb and API:</p><pre tabindex=\"0\">{ReportText.Html(StudyYaml.Write(new SweepStudy(Pinned(result))))}</pre></section>");
    }

    private static IEnumerable<(string Name, string Value)> Facts(SweepStudyResult result, DateTimeOffset? ended)
    {
        var sweep = result.Sweep;
        yield return ("Period", $"{Period(result)}{FigureText.Count(result.Bars, "bar")}");
        yield return ("Hash of the bars", result.DataHash ?? Older);
        yield return ("Method", $"{sweep.Method}, {(sweep.Method == "grid" ? "every combination" : sweep.Budget is { } budget ? $"budget {FigureText.Count(budget, "set")}" : "the budget of the method itself")}");
        yield return ("Seed", sweep.Seed.ToString(CultureInfo.InvariantCulture));
        yield return ("Objective", sweep.Objective);
        yield return ("Condition", sweep.Where ?? "none");
        foreach (var field in RunSpecField.All.Where(field => !s_elsewhere.Contains(field.Key)))
        {
            if (field.Write(sweep.Run) is { Length: > 0 } value)
            {
                string name = ObjectiveWords.Spoken(field.Key);
                yield return (char.ToUpperInvariant(name[0]) + name[1..], value);
            }
        }

        yield return ("Computed by", $"{result.Engine} engine");
        yield return ("Ended", ended is { } at ? at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC" : "not known");
    }

    private static string Period(SweepStudyResult result) => result is { FirstDay: { } first, LastDay: { } last } ? $"{ReportText.Day(first)} to {ReportText.Day(last)}, " : "";

    /// <summary>The sweep on the days it really saw, so that bars which come later do not change it.</summary>
    private static SweepDefinition Pinned(SweepStudyResult result) => result.Sweep with { Run = result.Sweep.Run with { From = result.FirstDay ?? result.Sweep.Run.From, To = result.LastDay ?? result.Sweep.Run.To } };
}
