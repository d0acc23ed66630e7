using System.Globalization;
using System.Text.Json;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Studies;

namespace AlphaFactory.Web.Verbs;

/// <summary>The tries of a verb: counted in the trial ledger where it has the store open, nowhere where it needs none.</summary>
internal sealed class VerbTrials : IAsyncDisposable
{
    private readonly TrialCount? _count;
    private readonly TextWriter _error;

    private VerbTrials(TrialCount? count, TextWriter error) => (_count, _error) = (count, error);

    /// <summary>Who is to be told of sets; null where nobody counts.</summary>
    public ITriedSets? Tried => _count;

    /// <summary>What the ledger says once all is computed; null where there is none.</summary>
    public TrialTally? Tally { get; private set; }

    /// <summary>The same as a sentence.</summary>
    public string Words => Tally is null ? "Not in the trial ledger: a file needs no database, so nobody else's deflated Sharpe ratio knows of these sets. Import it to have them counted." : Sentence(Tally);

    public static async Task<VerbTrials> BeginAsync(StrategySource strategies, SweepDefinition sweep, BarSeries bars, TextWriter error, CancellationToken cancellationToken) =>
        new(strategies.Store is { } store ? await store.GetRequiredService<TrialCounter>().BeginAsync(sweep, bars, strategies.Catalog, cancellationToken) : null, error);

    /// <summary>Runs what tries sets, and notes them whether it ends well or not.</summary>
    /// <param name="search">What tries them. It computes and does not wait, so it gets a thread of its own: on this one the shell's Ctrl+C would find nobody to tell.</param>
    public async Task<T> CountAsync<T>(Func<T> search)
    {
        try
        {
            var found = await Task.Run(search);
            await CloseAsync(hasResult: true);
            return found;
        }
        finally
        {
            await CloseAsync(hasResult: false);
        }
    }

    /// <summary>The member <c>ledger</c> of the verb's document; null where there is none.</summary>
    public void Write(Utf8JsonWriter json)
    {
        if (Tally is null)
        {
            json.WriteNull("ledger");
            return;
        }

        json.WriteStartObject("ledger");
        json.WriteNumber("before", Tally.Before);
        json.WriteNumber("sets", Tally.Sets);
        json.WriteNumber("added", Tally.Added);
        json.WriteNumber("trials", Tally.Trials);
        json.WriteString("fault", Tally.Fault);
        json.WriteEndObject();
    }

    /// <summary>Says on the error stream what was counted: where standard output is for the figures alone.</summary>
    public static Task SayAsync(TextWriter error, TrialTally tally) => error.WriteLineAsync(Sentence(tally));

    public ValueTask DisposeAsync() => _count?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task CloseAsync(bool hasResult)
    {
        if (_count is null || Tally is not null)
        {
            return;
        }

        Tally = await _count.CloseAsync();
        if (Tally.Fault is not null || (!hasResult && Tally.Sets > 0))
        {
            await SayAsync(_error, Tally);
        }
    }

    private static string Sentence(TrialTally tally) => tally switch
    {
        { Fault: null } => string.Create(CultureInfo.InvariantCulture, $"Trial ledger: {VerbOutput.Count(tally.Before, "try", "tries")} of {tally.Strategy} before, {tally.Added:N0} new of {VerbOutput.Count(tally.Sets, "set")} in this run, N = {tally.Trials:N0} now."),
        { IsNoted: true } => string.Create(CultureInfo.InvariantCulture, $"Trial ledger: {tally.Added:N0} new of {VerbOutput.Count(tally.Sets, "set")} in this run; how many tries of {tally.Strategy} there are now could not be read ({tally.Fault}), so N is taken as {tally.Trials:N0}."),
        _ => string.Create(CultureInfo.InvariantCulture, $"The trial ledger could not be written ({tally.Fault}), so some of {VerbOutput.Count(tally.Sets, "set")} may not be counted. N is taken as {tally.Trials:N0} tries of {tally.Strategy}: those it is known to hold, and the sets of this run. Run it again once the database can be written."),
    };
}
