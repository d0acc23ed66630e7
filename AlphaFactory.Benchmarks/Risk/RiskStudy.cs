using System.Globalization;
using System.Text;
using AlphaFactory.Core.Exits;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Benchmarks.Risk;

/// <summary>Writes docs/risk-study.md: what stops, sizing and risk rules did on real shares.</summary>
internal static class RiskStudy
{
    private static readonly DateOnly s_from = new(2010, 7, 1), s_cut = new(2018, 1, 1), s_to = new(2025, 12, 31);
    private static readonly RunSpec s_crossover = new() { Strategy = "sma-crossover", Symbol = "" };
    private static readonly RunSpec s_reversion = new() { Strategy = "bollinger-rsi", Symbol = "" };

    private static readonly (string Name, ExitRules Exits)[] s_stops =
    [
        ("stop 5 %", new() { StopFraction = 0.05 }),
        ("stop 10 %", new() { StopFraction = 0.10 }),
        ("stop 2 ATR", new() { StopAtr = 2 }),
        ("stop 4 ATR", new() { StopAtr = 4 }),
        ("trailing 10 %", new() { TrailingFraction = 0.10 }),
        ("trailing 20 %", new() { TrailingFraction = 0.20 }),
        ("trailing 3 ATR", new() { TrailingAtr = 3 }),
        ("trailing 5 ATR", new() { TrailingAtr = 5 }),
    ];

    private static readonly (string Name, RuleChoice Rule, ExitRules Exits)[] s_sizings =
    [
        ("fixed 50 %", new RuleChoice("fixed-fraction"), ExitRules.None),
        ("volatility target 15 %", new RuleChoice("volatility-target").With("target_pct", "15"), ExitRules.None),
        ("ATR target 1 %", new RuleChoice("atr-target"), ExitRules.None),
        ("fixed risk 1 %, stop 4 ATR", new RuleChoice("fixed-risk"), new() { StopAtr = 4 }),
        ("Kelly, low end", new RuleChoice("kelly"), ExitRules.None),
        ("Kelly, middle", new RuleChoice("kelly").With("use", "middle"), ExitRules.None),
    ];

    /// <summary>Runs the study.</summary>
    /// <param name="folder">Folder with one CSV of daily bars a symbol.</param>
    /// <param name="output">File to write; null writes to the console.</param>
    public static void Run(string folder, string? output)
    {
        var universe = StudyData.Read(folder);
        var text = new StringBuilder(Head());
        Stops(text, universe, "SMA crossover 20/50", s_crossover);
        Stops(text, universe, "Bollinger and RSI mean reversion", s_reversion);
        Sizing(text, universe);
        Rules(text, universe);
        if (output is null)
        {
            Console.Write(text);
        }
        else
        {
            File.WriteAllText(output, text.ToString());
        }
    }

    private static string Head() => $"""
        # What stops, sizing and risk rules did

        Made by `dotnet run -c Release --project AlphaFactory.Benchmarks -- risk-study FOLDER docs/risk-study.md` on daily bars of {StudyData.Symbols.Length} US shares
        ({string.Join(", ", StudyData.Symbols)}), {Day(s_from)} to {Day(s_to)}, prices adjusted for splits and dividends. Costs in every figure: 0.1 % commission and 0.05 % slippage
        a side. Decided at the close, filled at the next open; stops fill at their level or, after a gap, at the open. Whole shares. After a stop the strategy must signal anew.

        These shares are household names of today, picked with hindsight: returns are too good to be true. **Differences** between two ways to
        trade the same share are what this page is about. The basket is equal money in all of them at the start, each left alone.


        """.ReplaceLineEndings("\n");

    private static void Stops(StringBuilder text, BarSeries[] universe, string name, RunSpec spec)
    {
        var plain = StudyRun.Of(spec, universe, s_from, s_to);
        text.Append($"## Stops on {name}\n\nWithout a stop the basket had a maximum drawdown of {Percent(Drawdown(plain))}, {Percent(Growth(plain))} a year, a Sharpe ratio of {Ratio(Sharpe(plain))} and a Calmar ratio (a year over drawdown) of {Ratio(Calmar(plain))}, in the market {Percent(plain.Exposure)} of the time. ");
        text.Append("The aim is a maximum drawdown cut by 20 % of itself or more.\n\n");
        text.Append("| variant | drawdown cut, median share | shares cut by 20 % or more | basket: drawdown | cut | a year | Calmar | in the market | Sharpe | Sharpe against no stop, 95 % |\n|---|---|---|---|---|---|---|---|---|---|\n");
        int reached = 0, better = 0;
        foreach (var (variant, exits) in s_stops)
        {
            var run = StudyRun.Of(spec with { Exits = exits }, universe, s_from, s_to);
            double[] cuts = [.. run.Symbols.Zip(plain.Symbols, Cut)];
            double cut = Cut(run.Basket, plain.Basket);
            reached += cut >= 0.20 ? 1 : 0;
            text.Append($"| {variant} | {Percent(Median(cuts))} | {cuts.Count(value => value >= 0.20)} of {cuts.Length} | {Percent(Drawdown(run))} | {(cut >= 0.20 ? $"**{Percent(cut)}**" : Percent(cut))} | {Percent(Growth(run))} | {Ratio(Calmar(run))} | {Percent(run.Exposure)} | {Ratio(Sharpe(run))} | {Interval(PairedSharpe.Of(run.Basket, plain.Basket))} |\n");
            better += StudyRun.Figure(run.Basket, "calmar") > StudyRun.Figure(plain.Basket, "calmar") ? 1 : 0;
        }

        text.Append($"\n{reached} of {s_stops.Length} variants cut the basket's drawdown by 20 % or more. A stop also keeps money out of the market, and money that is not invested cannot fall: {better} of {s_stops.Length} earned more for each point of drawdown (Calmar) than no stop, and no Sharpe ratio is better or worse for certain where its interval holds 0.\n\n");
        Chosen(text, universe, spec);
    }

    /// <summary>The best of several variants flatters itself: it is chosen on one half and judged on the other.</summary>
    private static void Chosen(StringBuilder text, BarSeries[] universe, RunSpec spec)
    {
        var first = StudyRun.Of(spec, universe, s_from, s_cut.AddDays(-1));
        var (variant, exits, cut) = s_stops.Select(stop => (stop.Name, stop.Exits, Cut: Cut(StudyRun.Of(spec with { Exits = stop.Exits }, universe, s_from, s_cut.AddDays(-1)).Basket, first.Basket))).MaxBy(stop => stop.Cut);
        var plain = StudyRun.Of(spec, universe, s_cut, s_to);
        var run = StudyRun.Of(spec with { Exits = exits }, universe, s_cut, s_to);
        double later = Cut(run.Basket, plain.Basket);
        text.Append($"Chosen on {s_from.Year} to {s_cut.Year - 1} and judged after it: **{variant}** had cut the basket's drawdown by {Percent(cut)} there; from {s_cut.Year} on it cut it by {Percent(later)} ");
        text.Append($"({Percent(Drawdown(plain))} to {Percent(Drawdown(run))}), with {Percent(Growth(run))} a year against {Percent(Growth(plain))}. ");
        text.Append(later >= 0.20 ? "The aim is met out of sample.\n\n" : "Out of sample the aim is **not** met.\n\n");
    }

    private static void Sizing(StringBuilder text, BarSeries[] universe)
    {
        var plain = StudyRun.Of(s_crossover, universe, s_from, s_to);
        text.Append($"## Sizing on SMA crossover 20/50\n\nAgainst all of equity in every position: drawdown {Percent(Drawdown(plain))}, {Percent(Growth(plain))} a year, Sharpe {Ratio(Sharpe(plain))} for the basket. A position is sized when it is opened.\n\n");
        text.Append("| sizing | shares with a higher Sharpe | median change of Sharpe | basket: drawdown | a year | Sharpe | Sharpe against all in, 95 % |\n|---|---|---|---|---|---|---|\n");
        foreach (var (name, rule, exits) in s_sizings)
        {
            var spec = s_crossover with { Sizing = rule, Exits = exits, SizeFraction = rule.Rule == "fixed-fraction" ? 0.5 : 1 };
            var run = StudyRun.Of(spec, universe, s_from, s_to);
            double[] changes = [.. run.Symbols.Zip(plain.Symbols, (one, other) => StudyRun.Figure(one, "sharpe") - StudyRun.Figure(other, "sharpe"))];
            text.Append($"| {name} | {changes.Count(change => change > 0)} of {changes.Length} | {Signed(Median(changes))} | {Percent(Drawdown(run))} | {Percent(Growth(run))} | {Ratio(Sharpe(run))} | {Interval(PairedSharpe.Of(run.Basket, plain.Basket))} |\n");
        }

        text.Append("\nAn interval that holds 0 says that sizing moved the Sharpe ratio by no more than luck may have. Drawdown and return fall together when positions shrink; only the ratio tells whether sizing helped.\n\n");
    }

    private static void Rules(StringBuilder text, BarSeries[] universe)
    {
        text.Append("## Risk rules on SMA crossover 20/50\n\n| rules | basket: drawdown | a year | Sharpe | what bound, over all shares |\n|---|---|---|---|---|\n");
        foreach (var (name, risk) in ((string, string)[])[("none", "none"), ("breakers, closed for good", "breakers"), ("breakers, open again after 90 days", "breakers+90"), ("mission", "mission")])
        {
            var run = StudyRun.Of(s_crossover with { Risk = Choices(risk) }, universe, s_from, s_to);
            string bound = string.Join("; ", RiskTally.Of(run.Events).Select(tally => $"{tally.Rule}: cut {tally.Cut}, refused {tally.Refused}, tightest {tally.Tightest}, stopped {tally.Stopped}"));
            text.Append($"| {name} | {Percent(Drawdown(run))} | {Percent(Growth(run))} | {Ratio(Sharpe(run))} | {(bound.Length == 0 ? "nothing" : bound)} |\n");
        }

        text.Append("\nEach share has an account of its own here, so the mission's 5 % leaves 95 % of each idle: it is a set for a portfolio. See [risk](risk.md) on which rule binds first.\n");
    }

    private static RuleChoice[] Choices(string set) => set switch
    {
        "none" => [],
        "breakers+90" => [.. Choices("breakers").Select(choice => choice.Rule == "drawdown-breaker" ? choice.With("reopen_days", "90") : choice)],
        _ => [.. Core.Risk.RiskPreset.All.Single(preset => preset.Id == set).Rules.Select(rule => new RuleChoice(rule))],
    };

    /// <summary>By what part of itself the drawdown became smaller.</summary>
    private static double Cut(Core.Statistics.Performance run, Core.Statistics.Performance plain) => 1 - (StudyRun.Figure(run, "max_drawdown") / StudyRun.Figure(plain, "max_drawdown"));

    private static double Drawdown(StudyRun run) => StudyRun.Figure(run.Basket, "max_drawdown");

    private static double Growth(StudyRun run) => StudyRun.Figure(run.Basket, "cagr");

    private static double Calmar(StudyRun run) => StudyRun.Figure(run.Basket, "calmar");

    private static double Sharpe(StudyRun run) => StudyRun.Figure(run.Basket, "sharpe");

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static string Interval((double Difference, double Low, double High) value) => $"{Signed(value.Difference)} ({Signed(value.Low)} to {Signed(value.High)})";

    private static string Percent(double value) => (100 * value).ToString("F1", CultureInfo.InvariantCulture) + " %";

    private static string Ratio(double value) => value.ToString("F2", CultureInfo.InvariantCulture);

    private static string Signed(double value) => value.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
