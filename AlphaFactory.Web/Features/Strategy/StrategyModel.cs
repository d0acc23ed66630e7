using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Strategies;
using AlphaFactory.Web.Components.Charts;
using AlphaFactory.Web.Components.Runs;
using AlphaFactory.Web.Components.Studies;
using AlphaFactory.Web.Components.States;
using AlphaFactory.Web.Components.Trading;

namespace AlphaFactory.Web.Features.Strategy;

/// <summary>One strategy: its values, its signals on a series, and its runs.</summary>
public sealed class StrategyModel(StrategyCatalog registry, IBarStore bars, ISeriesReader series, IRunStore runs, ILogger<StrategyModel> log)
{
    private const int RunsShown = 6;

    private static readonly string[] s_days = ["from", "to"];

    private int _asked;

    public PageState State { get; private set; } = new PageState.Loading();

    public StrategyEntry? Entry { get; private set; }

    public Stock Stock { get; private set; } = Stock.None;

    public StrategyAddress Address { get; private set; } = StrategyAddress.Read(null);

    /// <summary>The last signals that could be computed; null before the first.</summary>
    public SignalPreview? Preview { get; private set; }

    /// <summary>What <see cref="Preview"/> was computed for.</summary>
    public SignalRequest? Previewed { get; private set; }

    /// <summary>Why the values or the series give no signals; empty when they do.</summary>
    public string Fault { get; private set; } = "";

    public IReadOnlyList<RunRecord> Runs { get; private set; } = [];

    /// <summary>Runs ever started of it.</summary>
    public int Tries { get; private set; }

    public SeriesCoverage? Series => Stock.Find(Address.Request(Entry?.Id ?? "").Spec);

    /// <summary>The preset the values are, or null.</summary>
    public StrategyPreset? Preset => Entry?.Parameters.Parse(Address.Parameters, out _) is { } parameters ? Entry.PresetOf(parameters) : null;

    /// <summary>Address of the form of a new run with these values.</summary>
    public string RunHref => RunLink.To(Address.Request(Entry?.Id ?? "").Spec);

    /// <summary>Address of the form of a sweep with these values as the default; null where there is nothing to vary or a fault.</summary>
    public string? OptimiseHref => Entry?.Parameters.Definitions.Count > 0 && Fault.Length == 0 ? StudyLink.Optimise(Address.Request(Entry.Id).Spec) : null;

    /// <summary>Address of the form of a deployment with these values; which bars are replayed is chosen there.</summary>
    public string DeployHref => DeployLink.To(Address.Request(Entry?.Id ?? "").Spec, keepBars: false);

    /// <summary>The same for a walk-forward.</summary>
    public string WalkHref => StudyLink.WalkForward(Address.Request(Entry?.Id ?? "").Spec);

    /// <summary>Reads the link and the store.</summary>
    public async Task OpenAsync(string id, string? query, CancellationToken cancellationToken)
    {
        Address = StrategyAddress.Read(query);
        State = await StoreFault.GuardAsync(
            async () =>
            {
                await registry.RefreshAsync(cancellationToken);
                Entry = registry.Find(id);
                return Entry is null ? new PageState.Failed("There is no such strategy", registry.Miss(id), IsFinal: true) : await ReadAsync(cancellationToken);
            },
            log);
    }

    /// <summary>Reads the runs again.</summary>
    public async Task ReadRunsAsync(CancellationToken cancellationToken)
    {
        if (Entry is { } entry)
        {
            Runs = await runs.ListAsync(new RunQuery([], entry.Id, Take: RunsShown), cancellationToken);
            Tries = await runs.CountTrialsAsync(entry.Id, cancellationToken);
        }
    }

    public void Go(StrategyAddress address) => Address = address;

    /// <summary>Takes the values as the form has them.</summary>
    public void SetParameters(IReadOnlyDictionary<string, string> values) => Go(Address.WithParameters(values, Entry!.Parameters));

    /// <summary>Computes the signals for the address as it stands. An answer that was overtaken by a later question is dropped.</summary>
    public async Task PreviewAsync(CancellationToken cancellationToken)
    {
        if (Entry is not { } entry || Stock.Series.Count == 0)
        {
            return;
        }

        int asked = ++_asked;
        var request = Address.Request(entry.Id);
        var (preview, fault) = Misread() is { } unread ? (null, unread) : await SignalPreview.ReadAsync(request, registry, series, cancellationToken);
        if (asked != _asked)
        {
            return;
        }

        Fault = fault;
        if (preview is not null)
        {
            (Preview, Previewed) = (preview, request);
        }
    }

    private async Task<PageState> ReadAsync(CancellationToken cancellationToken)
    {
        Stock = Stock.Of(await bars.ListAsync(cancellationToken));
        if (Address["symbol"].Length == 0 && Stock.Series.Count > 0)
        {
            Address = Address.With(Stock.Series[0].Key);
        }

        await ReadRunsAsync(cancellationToken);
        await PreviewAsync(cancellationToken);
        return new PageState.Ready();
    }

    /// <summary>The first day that cannot be read, in words.</summary>
    private string? Misread() => s_days
        .Where(key => Address[key].Length > 0 && RunSpecField.All.First(field => field.Key == key).Read(new RunSpec { Strategy = "", Symbol = "" }, Address[key]) is null)
        .Select(key => $"{key} is \"{Address[key]}\" but must be a day written as 2024-12-31.").FirstOrDefault();
}
