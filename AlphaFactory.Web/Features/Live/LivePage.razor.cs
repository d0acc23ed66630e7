using AlphaFactory.Core.Instruments;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Strategies;
using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Web.Components.States;
using AlphaFactory.Web.Components.Trading;
using Microsoft.AspNetCore.Components;

namespace AlphaFactory.Web.Features.Live;

/// <summary>What trades now. Which deployment, and which of the two curves, stands in the address.</summary>
public sealed partial class LivePage
{
    /// <summary>Where one deploys.</summary>
    private const string DeployHref = "live/deploy";

    private bool _mayAct, _synthetic, _killing;
    private (DeploymentFrame Deployment, bool Flatten)? _asked;
    private HashSet<string> _generated = [];

    /// <summary>Id of the deployment shown alone.</summary>
    [SupplyParameterFromQuery(Name = "deployment")]
    public string? Selected { get; set; }

    /// <summary><c>equity</c> or <c>day</c>; absent takes what suits the bars.</summary>
    [SupplyParameterFromQuery(Name = "curve")]
    public string? Curve { get; set; }

    /// <summary><c>table</c> writes the points of the curve out.</summary>
    [SupplyParameterFromQuery(Name = "view")]
    public string? Form { get; set; }

    [Inject]
    private DeskActions Actions { get; set; } = null!;

    [Inject]
    private StrategyCatalog Strategies { get; set; } = null!;

    [Inject]
    private IBarStore Bars { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private LiveView? View { get; set; }

    private PageState State => Frame switch
    {
        { Trouble: { } trouble } => new PageState.Failed("There is nothing to see from here", trouble),
        { Sequence: 0 } => new PageState.Loading(),
        _ => new PageState.Empty("Nothing trades. A strategy is deployed with stored bars, replayed as if they happened now: no account, no internet."),
    };

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _mayAct = await Actions.MayActAsync();
        await Strategies.RefreshAsync(Leaving);
        _generated = [.. (await Bars.ListAsync(Leaving)).Where(series => series.IsSynthetic).Select(series => series.Key.Symbol)];
        OnFrame();
    }

    /// <inheritdoc/>
    protected override void OnParametersSet() => OnFrame();

    /// <inheritdoc/>
    protected override void OnFrame()
    {
        View = LiveView.Of(Frame, Selected);
        _synthetic = View?.Shown.Any(one => _generated.Contains(one.Symbol)) == true;
    }

    private static string Upper(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    private static string ReadyWords(LiveView view)
    {
        int ready = view.Shown.Count(one => one.IsReady);
        return $"{ready} of {view.Shown.Count} deployments ready";
    }

    private string NameOf(string strategy) => Strategies.Find(strategy)?.Name ?? strategy;

    /// <summary>A day's curve suits bars of minutes; with daily bars a day is one point.</summary>
    private bool ShowsDay(DeploymentFrame charted) => Curve is { } asked
        ? asked == "day"
        : !charted.Feed.Words.Contains("daily", StringComparison.Ordinal) && charted.MarketTime is { } now && TradingCalendar.Nyse.IsSession(TradingCalendar.Nyse.DayAt(now));

    private Task ShowDayAsync(bool day)
    {
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("curve", day ? "day" : "equity"), replace: true);
        return Task.CompletedTask;
    }

    private void ShowTable(bool table) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("view", table ? "table" : null), replace: true);

    private void Ask(DeploymentFrame one, bool flatten) => _asked = (one, flatten);
}
