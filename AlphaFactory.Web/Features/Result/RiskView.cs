using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Registration;
using AlphaFactory.Core.Risk;
using AlphaFactory.Core.Sizing;
using AlphaFactory.Engine.Backtesting;

namespace AlphaFactory.Web.Features.Result;

/// <summary>The rules of a run with how often each bound, and one page of the cases.</summary>
/// <param name="Rules">Rules that bound, those that decided most first, then those that never did.</param>
/// <param name="Page">Cases of this page in order of time.</param>
/// <param name="Skip">Cases before the first one shown.</param>
/// <param name="Total">Cases in all.</param>
public sealed record RiskView(IReadOnlyList<RiskRow> Rules, IReadOnlyList<RiskEvent> Page, int Skip, int Total)
{
    /// <summary>Cases of a full page.</summary>
    public const int RowsOfPage = 25;

    /// <summary>True when no page follows.</summary>
    public bool IsLast => Skip + Page.Count >= Total;

    /// <summary>True when there is anything to show: rules that were on, or an order without a size.</summary>
    public static bool Has(BacktestResult result) => result.Spec.Risk.Count > 0 || result.RiskEvents.Count > 0;

    /// <summary>Cuts the page; one beyond the last gives the last.</summary>
    public static RiskView Of(BacktestResult result, int page)
    {
        var events = result.RiskEvents;
        var tallies = RiskTally.Of(events);
        string[] ids = [.. tallies.Select(tally => tally.Rule).Concat(result.Spec.Risk.Select(choice => choice.Rule)).Distinct()];
        int pages = Math.Max(1, (events.Count + RowsOfPage - 1) / RowsOfPage), skip = (Math.Clamp(page, 1, pages) - 1) * RowsOfPage;
        return new RiskView(
            [.. ids.Select(id => new RiskRow(id, NameOf(id), Limits(result, id), tallies.FirstOrDefault(tally => tally.Rule == id)))],
            [.. events.Skip(skip).Take(RowsOfPage)], skip, events.Count);
    }

    /// <summary>Name of a rule of either kind.</summary>
    public static string NameOf(string rule) =>
        RiskRegistry.Shipped().Find(rule)?.Name ?? SizingRegistry.Shipped().Find(rule)?.Name ?? (rule == RiskTable.Account ? "Account" : rule);

    /// <summary>What is known of a code of either kind; null when no rule gives it any more.</summary>
    public static RuleCode? CodeOf(string code) =>
        RiskRegistry.Shipped().Code(code) ?? SizingRegistry.Shipped().All.SelectMany(entry => entry.Rule.Codes).FirstOrDefault(known => known.Id == code);

    private static string Limits(BacktestResult result, string rule)
    {
        var choice = result.Spec.Risk.FirstOrDefault(choice => choice.Rule == rule) ?? (result.Spec.Sizing is { } sizing && sizing.Rule == rule ? sizing : null);
        IReadOnlyList<ParameterDefinition> definitions = RiskRegistry.Shipped().Find(rule)?.Parameters.Definitions ?? SizingRegistry.Shipped().Find(rule)?.Parameters.Definitions ?? [];
        (ParameterDefinition Definition, string Text)[] told = [.. definitions.Where(definition => choice?.Parameters.ContainsKey(definition.Name) == true)
            .Select(definition => (definition, choice!.Parameters[definition.Name]))
            .Where(pair => pair.definition.Kind != ParameterKind.Switch || pair.Item2 == "true")];
        // One number says itself beside the name of its rule; of several each needs its own.
        bool alone = told.Length == 1;
        return string.Join(", ", told.Select(pair => pair.Definition.Kind == ParameterKind.Switch ? pair.Definition.Label.ToLowerInvariant()
            : (alone ? "" : pair.Definition.Label.ToLowerInvariant() + " ") + pair.Text + Unit(pair.Definition)));

        static string Unit(ParameterDefinition definition) => definition.Unit switch { null => "", "%" => "%", var unit => " " + unit };
    }
}

/// <summary>One rule of a run.</summary>
/// <param name="Id">Id of the rule.</param>
/// <param name="Name">Its name.</param>
/// <param name="Limits">Its parameters in a few words.</param>
/// <param name="Tally">How often it bound; null when it never did.</param>
public sealed record RiskRow(string Id, string Name, string Limits, RiskTally? Tally);
