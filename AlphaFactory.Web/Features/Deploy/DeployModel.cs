using AlphaFactory.Core.Risk;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.MarketData.Earnings;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Strategies;
using AlphaFactory.Engine.Trading;
using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Engine.Trading.Replay;
using AlphaFactory.Web.Components.Drafts;
using AlphaFactory.Web.Components.Runs;
using AlphaFactory.Web.Components.Trading;
using AlphaFactory.Web.Components.Values;

namespace AlphaFactory.Web.Features.Deploy;

/// <summary>A deployment to be: its form, what it will do in words, and its start.</summary>
public sealed class DeployModel(StrategyCatalog strategies, RunSpecValidator validator, IBarStore bars, IEarningsCalendar earnings, IDeployments deployments, ITradingDesk desk)
{
    private const int FinestUsual = 15;

    private static readonly RiskEntry s_blackout = RiskRegistry.Shipped().All.Single(entry => entry.Rule is EarningsBlackout);

    private static readonly EarningsBlackoutParameters s_usual = new();

    private IReadOnlyDictionary<string, DateOnly> _lastReports = new Dictionary<string, DateOnly>();

    /// <summary>The part it has in common with a run.</summary>
    public DraftForm Form { get; } = new(strategies, validator, bars);

    /// <summary>The rest.</summary>
    public DeployDraft Draft { get; private set; } = DeployDraft.Read(null);

    /// <summary>Why it was not started, in words.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    /// <summary>Every symbol, each a deployment of its own.</summary>
    public IReadOnlyList<string> Symbols => [.. new[] { Form.Draft["symbol"] }.Concat(Draft.More).Where(symbol => symbol.Length > 0).Distinct()];

    /// <summary>The speed in force.</summary>
    public double Speed => Draft.Speed is >= ReplayPace.Slowest and <= ReplayPace.Fastest and { } chosen ? chosen : ReplaySpeed.For(Form.Check.Spec.Interval);

    /// <summary>What it will be called; the symbol follows where there are several.</summary>
    public string Name => Draft["name"] is { Length: > 0 } typed ? typed : Form.Strategy?.Name ?? "Deployment";

    /// <summary>Series of the first symbol one can play, finest first.</summary>
    public IReadOnlyList<SeriesCoverage> Playable => [.. Form.Stock.Series.Where(series => series.Key.Symbol == Form.Draft["symbol"]).OrderBy(series => series.Key.Interval.Minutes)];

    /// <summary>Bars that will be played of the first symbol.</summary>
    public long Bars => Form.Check.Spec is { From: null, To: null } whole ? Math.Min(ReplayFeed.UsualBars, Form.Stock.BarsOf(whole)) : Form.Stock.BarsOf(Form.Check.Spec);

    /// <summary>What will happen, in words.</summary>
    public string Summary
    {
        get
        {
            var spec = Form.Check.Spec;
            int count = Symbols.Count;
            string accounts = count == 1 ? $"One simulated account with {FigureText.Money(spec.InitialCapital, cents: false)}" : $"{count} simulated accounts, one for each symbol, with {FigureText.Money(spec.InitialCapital, cents: false)} each";
            return $"{accounts}, decided on {(spec.Interval.IsDaily ? "daily bars" : $"bars of {spec.Interval.Minutes} minutes")}. "
                + (Bars == 0 ? $"None of them are stored of {Form.Draft["symbol"]} in these days." : $"About {FigureText.Count(Bars)} bars are played at {ReplaySpeed.Text(Speed)}: {ReplaySpeed.Words(spec.Interval, Speed)}, all of it {FigureText.Duration(Bars * ReplaySpeed.BarTakes(spec.Interval, Speed))}.");
        }
    }

    /// <summary>What would keep it from opening a position, in words; null when nothing is known to.</summary>
    public string? Hindrance
    {
        get
        {
            if (!Draft.Rules.Contains(s_blackout.Id))
            {
                return null;
            }

            var spec = Form.Check.Spec;
            SeriesCoverage[] played = [.. Form.Stock.Series.Where(series => Symbols.Contains(series.Key.Symbol) && series.Key.Interval == spec.Interval && (spec.Source is null || series.Key.Source == spec.Source) && !series.IsSynthetic)];
            string[] unknown = [.. played.Select(series => series.Key.Symbol).Distinct().Where(symbol => !_lastReports.ContainsKey(symbol))];
            string[] ended = [.. played.Where(series => _lastReports.TryGetValue(series.Key.Symbol, out var last) && (spec.To ?? DateOnly.FromDateTime(series.Last.UtcDateTime)) is var end && end > last && !EarningsBlackout.Knows([last], end, s_usual)).Select(series => $"{series.Key.Symbol} ({_lastReports[series.Key.Symbol]:yyyy-MM-dd})").Distinct()];
            return unknown.Length == 0 && ended.Length == 0 ? null
                : (unknown.Length == 0 ? "" : $"No earnings day of {string.Join(", ", unknown)} is known, so the rule {s_blackout.Name} will refuse every entry. ")
                    + (ended.Length == 0 ? "" : $"The last known earnings day of {string.Join(", ", ended)} lies before the end of what is played; a quarter after it the rule {s_blackout.Name} will refuse every entry. ")
                    + "Bring the days in with the verb import FILE --earnings, or switch the rule off.";
        }
    }

    /// <summary>Reads the link and the store. Where no bars are named, those that move soonest are taken.</summary>
    public async Task OpenAsync(string? query, CancellationToken cancellationToken)
    {
        Draft = DeployDraft.Read(query);
        await Form.OpenAsync(query, cancellationToken);
        _lastReports = await earnings.LastDaysAsync(cancellationToken);
        if (!RunLink.Read(query).ContainsKey("interval") && Playable.FirstOrDefault(series => series.Key.Interval.Minutes <= FinestUsual) is { } fine)
        {
            Form.Pick(fine.Key);
        }

        // Only this can be traded; a link of a run may say otherwise.
        Form.Set("fill", "next-open");
        Form.Set("risk", "");
    }

    /// <summary>Takes the rest as the form has it.</summary>
    public void Take(DeployDraft draft) => (Draft, Faults) = (draft, []);

    /// <summary>The query of this page.</summary>
    public string ToQuery() => string.Join('&', new[] { Form.Draft.ToQuery(), Draft.ToQuery() }.Where(part => part.Length > 0));

    /// <summary>Makes the deployments and starts them.</summary>
    /// <returns>Address to go to; null when a fault shows instead.</returns>
    public async Task<string?> StartAsync(string by, CancellationToken cancellationToken)
    {
        Faults = [];
        if (!Form.Try())
        {
            return null;
        }

        string? last = null;
        foreach (string symbol in Symbols)
        {
            switch (await deployments.CreateAsync(WantedOn(symbol), by, cancellationToken))
            {
                case DeployOutcome.Done { Deployment: { } made }:
                    last = made.Id;
                    if (await desk.DoAsync(new DeskCommand.Start(made.Id, "deployed"), by, cancellationToken) is DeskAnswer.Refused no)
                    {
                        Faults = [$"{made.Name} is made, but not started: {no.Words}"];
                        return null;
                    }

                    break;
                case DeployOutcome.Refused refused:
                    Faults = refused.Faults;
                    return null;
            }
        }

        return Symbols.Count == 1 ? $"live?deployment={last}" : "live";
    }

    private NewDeployment WantedOn(string symbol)
    {
        var spec = Form.Check.Spec;
        return new NewDeployment(Symbols.Count == 1 ? Name : $"{Name} {symbol}", TradingMode.Simulated, spec with { Symbol = symbol }, [symbol], Draft.Risk, Draft.Guards)
        {
            Feed = new ReplayFeed { From = spec.From, To = spec.To, Speed = Speed },
        };
    }
}
