using AlphaFactory.Core.Rules;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Strategies;
using AlphaFactory.Web.Components.Access;
using AlphaFactory.Web.Components.Charts;
using AlphaFactory.Web.Components.Overlays;
using AlphaFactory.Web.Components.Runs;
using AlphaFactory.Web.Components.States;

namespace AlphaFactory.Web.Features.RuleBuilder;

/// <summary>Rules in the making: form and text, what they signal, and the versions kept of them.</summary>
public sealed class RuleBuilderModel(StrategyCatalog catalog, ISavedStrategies saved, IBarStore bars, ISeriesReader series, CurrentUser user, Toasts toasts, ILogger<RuleBuilderModel> log)
{
    private int _asked;

    public PageState State { get; private set; } = new PageState.Loading();

    public BuilderAddress Address { get; private set; } = new();

    public RuleDraft Draft { get; private set; } = RuleDraft.Of(Starters.All[0].Text);

    /// <summary>The version that was opened; null for rules that are not saved.</summary>
    public SavedStrategy? Opened { get; private set; }

    /// <summary>Its versions, newest first.</summary>
    public IReadOnlyList<SavedStrategy> History { get; private set; } = [];

    /// <summary>Every saved strategy in its current version.</summary>
    public IReadOnlyList<SavedStrategy> All => [.. catalog.Saved.Where(version => version.IsCurrent)];

    /// <summary>Name typed for a new strategy.</summary>
    public string Name { get; set; } = "";

    /// <summary>When it fails, in the author's words.</summary>
    public string Note { get; set; } = "";

    public Stock Stock { get; private set; } = Stock.None;

    /// <summary>The last signals that could be computed; null before the first.</summary>
    public SignalPreview? Preview { get; private set; }

    /// <summary>What <see cref="Preview"/> was computed for.</summary>
    public SignalRequest? Previewed { get; private set; }

    /// <summary>Why there are no newer signals; empty when there are.</summary>
    public string PreviewFault { get; private set; } = "";

    /// <summary>What the form was last refused; null when nothing was.</summary>
    public string? FormFault { get; private set; }

    /// <summary>Why it was not saved; empty when it was, or was not tried.</summary>
    public IReadOnlyList<string> SaveFaults { get; private set; } = [];

    /// <summary>Counts the times the text was written by the form, not by a person.</summary>
    public int Printed { get; private set; }

    /// <summary>True when something would be lost by leaving.</summary>
    public bool IsChanged => Opened is { } version ? !Draft.Says(version.Rules) || Note != version.Note : Starters.All.All(starter => Draft.Text != starter.Text);

    /// <summary>The version a save would make.</summary>
    public int NextVersion => (History.Count > 0 ? History[0].Version : 0) + 1;

    public SeriesCoverage? Series => Stock.Find(Spec);

    /// <summary>What a run of the rules would be asked, apart from money and costs.</summary>
    public RunSpec Spec => new()
    {
        Strategy = RuleStrategy.Id,
        Rules = RuleText.Print(Draft.Rules with { Settings = [] }),
        Symbol = Address.Symbol,
        Interval = Address.Interval,
        Source = Address.Source,
        From = Address.From,
        To = Address.To,
    };

    /// <summary>Address of the form of a new run: of the saved version when nothing was changed, of the rules as they stand otherwise.</summary>
    public string RunHref => RunLink.To(Opened is { } version && Draft.Says(version.Rules)
        ? RunRules.Apply(Spec with { Stated = StatedKeys.Nothing }, Draft.Rules) with { Strategy = StrategyReference.Of(version.Id, version.Version), Rules = null, Stated = default }
        : RunRules.Apply(Spec with { Stated = StatedKeys.Nothing }, Draft.Rules) with { Stated = default });

    /// <summary>Reads the link and the store.</summary>
    public async Task OpenAsync(string? id, string? query, CancellationToken cancellationToken)
    {
        Address = BuilderAddress.Read(query);
        State = await StoreFault.GuardAsync(() => ReadAsync(id, cancellationToken), log);
    }

    /// <summary>Takes the text as typed.</summary>
    public void Type(string text) => Take(Draft.WithText(text));

    /// <summary>Takes the rules as the form has them.</summary>
    public void Change(RuleSet rules)
    {
        var draft = Draft.WithRules(rules, out string? fault);
        Printed++;
        Take(draft);
        FormFault = fault;
    }

    /// <summary>Begins anew with other rules.</summary>
    public void Start(string text)
    {
        Printed++;
        Take(RuleDraft.Of(text));
    }

    /// <summary>Gives up a text that cannot be read for the one the form shows.</summary>
    public void GoBack() => Start(RuleText.Print(Draft.Rules));

    public void Go(BuilderAddress address) => Address = address;

    /// <summary>Lets the rules decide on the bars of the address. An answer that was overtaken by a later question is dropped.</summary>
    public async Task PreviewAsync(CancellationToken cancellationToken)
    {
        if (Stock.Series.Count == 0 || !Draft.IsReadable)
        {
            return;
        }

        int asked = ++_asked;
        var request = new SignalRequest { Spec = Spec };
        var (preview, fault) = await SignalPreview.ReadAsync(request, catalog, series, cancellationToken);
        if (asked == _asked)
        {
            PreviewFault = fault;
            (Preview, Previewed) = preview is null ? (Preview, Previewed) : (preview, request);
        }
    }

    /// <summary>Saves a new version of the strategy opened, or a new strategy.</summary>
    /// <returns>The version; null when the faults say why not.</returns>
    public async Task<SavedStrategy?> SaveAsync()
    {
        var outcome = await saved.SaveAsync(new SaveRequest(Opened?.Id, Opened is null ? null : History[0].Version, Name, Draft.Text, Note.Trim()), await user.NameAsync(), CancellationToken.None);
        await catalog.RefreshAsync(CancellationToken.None);
        SaveFaults = outcome switch { SaveRefused refused => refused.Faults, SaveOvertaken overtaken => [overtaken.Message], _ => [] };
        if (outcome is not StrategySaved { Strategy: var strategy } done)
        {
            return null;
        }

        toasts.Say(done.IsNew ? $"{strategy.Name}, version {strategy.Version} saved" : $"Version {strategy.Version} says the same already", $"Look-ahead: {strategy.Check}");
        await ShowAsync(strategy);
        return strategy;
    }

    /// <summary>Makes an old version the newest one again.</summary>
    public async Task RestoreAsync(SavedStrategy version)
    {
        Start(version.Rules);
        Note = version.Note;
        await SaveAsync();
    }

    public async Task RenameAsync(string name)
    {
        string? fault = await saved.RenameAsync(Opened!.Id, name, await user.NameAsync(), CancellationToken.None);
        SaveFaults = fault is null ? [] : [fault];
        if (fault is null)
        {
            await catalog.RefreshAsync(CancellationToken.None);
            await ReadHistoryAsync(Opened.Id, Opened.Version, CancellationToken.None);
            toasts.Say($"Renamed to {Opened.Name}", $"Its id stays {Opened.Id}.");
        }
    }

    /// <summary>Hides the strategy and offers to bring it back.</summary>
    public async Task DeleteAsync()
    {
        string by = await user.NameAsync();
        var gone = Opened!;
        await saved.DeleteAsync(gone.Id, by, CancellationToken.None);
        await catalog.RefreshAsync(CancellationToken.None);
        toasts.Say($"{gone.Name} deleted", "Its runs stay as they are.", async () =>
        {
            await saved.UndeleteAsync(gone.Id, by, CancellationToken.None);
            await catalog.RefreshAsync(CancellationToken.None);
        });
        Opened = null;
        Start(Starters.All[0].Text);
    }

    private void Take(RuleDraft draft)
    {
        (Draft, FormFault) = (draft, null);
        Address = Address with { Text = IsChanged ? draft.Text : null };
    }

    private async Task<PageState> ReadAsync(string? id, CancellationToken cancellationToken)
    {
        await catalog.RefreshAsync(cancellationToken);
        Stock = Stock.Of(await bars.ListAsync(cancellationToken));
        (Opened, History, Note) = (null, [], "");
        if (id is not null)
        {
            await ReadHistoryAsync(id, Address.Version, cancellationToken);
            if (Opened is null)
            {
                return new PageState.Failed("There is no such strategy", catalog.Miss(StrategyReference.Of(id, Address.Version)), IsFinal: true);
            }

            Note = Opened.Note;
        }

        Printed++;
        Draft = RuleDraft.Of(Address.Text ?? Opened?.Rules ?? Starters.All[0].Text);
        if (Address.Symbol.Length == 0 && Stock.Series.Count > 0)
        {
            Address = Address.With(Stock.Series[0].Key);
        }

        await PreviewAsync(cancellationToken);
        return new PageState.Ready();
    }

    private async Task ShowAsync(SavedStrategy strategy)
    {
        await ReadHistoryAsync(strategy.Id, strategy.Version, CancellationToken.None);
        Note = strategy.Note;
        Printed++;
        Draft = RuleDraft.Of(strategy.Rules);
        Address = Address with { Text = null, Version = null };
    }

    private async Task ReadHistoryAsync(string id, int? version, CancellationToken cancellationToken)
    {
        History = await saved.HistoryAsync(id, cancellationToken);
        Opened = History.FirstOrDefault(known => version is null ? known.IsCurrent : known.Version == version);
    }
}
