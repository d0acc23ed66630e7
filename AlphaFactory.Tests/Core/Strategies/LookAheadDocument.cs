using System.Globalization;
using System.Text;
using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Tests.Contracts;
using AlphaFactory.Tests.Core.Strategies.Cheats;
using AlphaFactory.Tests.Core.Strategies.Honest;

namespace AlphaFactory.Tests.Core.Strategies;

/// <summary>Writes docs/look-ahead.md: the words are here, the results are computed.</summary>
internal static class LookAheadDocument
{
    private const int Bars = 240, Seed = 1;

    private static readonly StrategyParameters s_none = new BuyAndHoldParameters();

    public static string Write()
    {
        var text = new StringBuilder(Words.ReplaceLineEndings("\n"));
        var caught = Cheat.All.Select(cheat => (Cheat: cheat, Report: Thoroughly(cheat, s_none))).ToList();
        text.Append($"""
            ## Cheats

            {caught.Count(one => !one.Report.IsClean)} of {caught.Count} are caught. Each is one small class in `AlphaFactory.Tests/Core/Strategies/Cheats`, run on {Bars} seeded bars with {Bars - 1} cuts.

            | cheat | what it does | cuts that changed a target | first such bar |
            |---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var (cheat, report) in caught)
        {
            string place = report.FirstBar is { } bar ? bar.ToString(CultureInfo.InvariantCulture) : "";
            string cuts = report.Changed > 0 ? report.Changed.ToString(CultureInfo.InvariantCulture) : report.IsClean ? "**not caught**" : "two calls differ";
            // A coin tossed anew in every call changes at any cut; how many is no news.
            (cuts, place) = report.Unsteady is null ? (cuts, place) : ("two calls differ", "");
            text.Append(CultureInfo.InvariantCulture, $"| {cheat.GetType().Name} | {cheat.Does} | {cuts} | {place} |\n");
        }

        var columns = IndicatorRegistry.Shipped().All.SelectMany(entry => entry.Columns(entry.Parameters.Defaults())).ToList();
        int alarms = columns.Count(column => !LookAheadCheck.Run(new FollowsAColumn(column), s_none, IndicatorCase.Bars(Bars), Seed, CancellationToken.None).IsClean);
        text.Append($"""

            ## Honest strategies

            | strategy | cuts that changed a target |
            |---|---|
            | long while an indicator column rises, once for each column of docs/indicators.md with its defaults (EMA, Wilder's averages, KAMA, Hilbert transform, OBV, VWAP and all others) | {alarms} false alarms |
            | score against mean and deviation of all bars so far | {Thoroughly(new ExpandingScore(), s_none).Changed} |
            | distance from an EMA begun with the first close | {Thoroughly(new DistanceFromEma(), s_none).Changed} |

            """.ReplaceLineEndings("\n"));
        foreach (var entry in StrategyRegistry.Shipped().All)
        {
            foreach (var (name, parameters) in entry.Presets.Select(preset => (preset.Name, preset.Parameters)).DefaultIfEmpty(("", entry.Parameters.Defaults())))
            {
                text.Append(CultureInfo.InvariantCulture, $"| {entry.Name}{(name.Length == 0 ? "" : $", {name.ToLowerInvariant()}")} | {Thoroughly(entry.Strategy, parameters).Changed} |\n");
            }
        }

        return text.ToString();
    }

    private static LookAheadReport Thoroughly(IStrategy strategy, StrategyParameters parameters) =>
        LookAheadCheck.RunThoroughly(strategy, parameters, IndicatorCase.Bars(Bars), Seed, null, CancellationToken.None);

    private const string Words = """
        # Look-ahead and warm-up

        A backtest that knows the future is worth nothing, and the leak is seldom where one looks. So every run checks its own strategy
        (`AlphaFactory.Core/Strategies/LookAheadCheck.cs`), the contract tests check every registered one with every preset, and the page of a strategy checks it
        on demand. The tables below are computed; a test says when they are out of date and `ALPHAFACTORY_TEST_WRITE_DOCS=1` with that test writes them anew.

        ## How it works

        A strategy is a function: bars in, one target a bar out, and the target of bar t may depend on bars 0 to t only. The check computes the targets of
        the whole series. Then it cuts the series and computes them again twice: once with the bars after the cut taken away, once with others in their place. The
        targets before the cut must not change by one bit. A strategy's strength, where it has one, is checked the same way.

        * **Taken away**: shows whoever reads a later bar, the last bar, the number of bars or a figure of the whole series.
        * **Mirrored**: every later gain becomes a fall. Shows whoever knew the sign of the next move, even if he knew it on few days.
        * **Wild**: later bars moved and stretched at random. Shows whoever waits for crashes that the real series does not have.
        * **Still**: nothing moves and nothing is traded any more.
        * **Missing**: later bars have no values. Shows whoever asks whether there is a next one.

        A series of up to about 1,100 bars is cut at every bar; a longer one at as many as two million decided bars allow: some early ones, where values filled
        backward show, half of the rest right after the bars whose target moved most, since a leak that pays has to move a target, and the others spread evenly.
        The thorough check cuts at every bar and tries all four futures at each. The first call is made twice: a strategy that keeps something between calls, or
        tosses a coin, gives no figure that can be repeated, and is reported as such.

        ## Why bits, not a tolerance

        With a tolerance somebody has to say how much knowledge of the future is all right. None is needed. Honest code does the same operations
        on the same numbers in the same order up to the cut, and IEEE 754 makes each operation exact to the last bit: equal inputs give equal outputs. What could
        break that is code whose order of operations depends on what comes later: sums split over threads, blocks counted from the end, another path for the rest of
        a vector. The kernels of `AlphaFactory.Core/Indicators` count blocks from the first bar and round alike in both paths, and their own contract test compares
        bits, too. So a difference in one bit means that a later bar was read, and a cheat that adds a trillionth of the next return is caught like any other.

        ## What it cannot see

        * Knowledge that came in with the code: parameters chosen on the very data, a list of symbols known to have survived, "buy Nvidia". The trial ledger and
          dated universes are for that.
        * Bars that are wrong themselves: a price file with revised or shifted values gives honest strategies leaked bars.
        * The use of a bar's own high or low. A decision after the close of bar t may use it; whether its fill could have been had is the fill convention's business,
          so `same-close` is stamped on every result.
        * A leak on a few bars of a very long series may be missed by the check inside a run; the thorough check cuts everywhere.

        ## Warm-up

        Averages with memory (EMA, Wilder's) never quite forget where they began, and a position held since an old signal is memory, too. The warm-up check
        (`AlphaFactory.Core/Strategies/WarmUpCheck.cs`) computes the targets from three places of the series on, with all bars before and with ever fewer, and says
        how many give the same targets to 1e-9. The answer is one sentence with that number. It is measured on the bars at hand, in steps of a fifth: another
        series may need somewhat more. A run whose period begins before its targets have settled carries a finding.


        """;
}
