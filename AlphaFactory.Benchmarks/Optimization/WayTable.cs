using System.Globalization;
using System.Text;
using AlphaFactory.Benchmarks.Risk;
using AlphaFactory.Core.Statistics.Resampling;

namespace AlphaFactory.Benchmarks.Optimization;

/// <summary>The ways to choose parameters beside each other: best, plateau, default, buy and hold, in this order.</summary>
internal static class WayTable
{
    private const int Best = 0, Plateau = 1, Default = 2, Hold = 3;

    /// <summary>One row a way.</summary>
    public static void Write(StringBuilder text, IReadOnlyList<Basket> ways, int seed)
    {
        text.Append("| way | return a year | Sharpe (95 %) | max drawdown | Sharpe less the default's (95 %) | symbols with a higher Sharpe than the default |\n|---|---:|---:|---:|---:|---:|\n");
        foreach (var way in ways)
        {
            var interval = ReturnIntervals.Compute(way.All, seed);
            string ends = interval.TryGetValue("sharpe", out var sharpe) ? $" ({StudyText.Number(sharpe.Low)} to {StudyText.Number(sharpe.High)})" : "";
            bool isDefault = way == ways[Default];
            text.Append(CultureInfo.InvariantCulture, $"| {way.Name} | {StudyText.Percent(Basket.Figure(way.All, "cagr"))} | {StudyText.Number(Basket.Figure(way.All, "sharpe"))}{ends} | {StudyText.Percent(Basket.Figure(way.All, "max_drawdown"))} | {(isDefault ? "" : StudyText.Interval(PairedSharpe.Of(way.All, ways[Default].All)))} | {(isDefault ? "" : $"{way.Better(ways[Default])} of {way.Symbols.Count}")} |\n");
        }
    }

    /// <summary>The same in a row of a table: each way against the default, and the plateau against buy and hold.</summary>
    public static string Short(IReadOnlyList<Basket> ways) =>
        $"{StudyText.Interval(PairedSharpe.Of(ways[Best].All, ways[Default].All))} | {StudyText.Interval(PairedSharpe.Of(ways[Plateau].All, ways[Default].All))} | {StudyText.Interval(PairedSharpe.Of(ways[Plateau].All, ways[Hold].All))}";

    /// <summary>True when a way to choose had a Sharpe ratio above the default's for certain.</summary>
    public static bool Helped(IReadOnlyList<Basket> ways) => new[] { Best, Plateau }.Any(way => PairedSharpe.Of(ways[way].All, ways[Default].All).Low > 0);

    /// <summary>Whether optimising helped, in words that follow from the intervals alone.</summary>
    public static string Verdict(IReadOnlyList<Basket> ways)
    {
        var best = PairedSharpe.Of(ways[Best].All, ways[Default].All);
        var plateau = PairedSharpe.Of(ways[Plateau].All, ways[Default].All);
        var between = PairedSharpe.Of(ways[Plateau].All, ways[Best].All);
        return $"**{Word("Taking the single best set", best)}** **{Word("Taking the plateau", plateau)}** {Against(between)}\n";
    }

    private static string Word(string what, (double Difference, double Low, double High) value) => value switch
    {
        { Low: > 0 } => $"{what} helped out of sample: its Sharpe ratio is above the default's by {StudyText.Interval(value)}.",
        { High: < 0 } => $"{what} did harm out of sample: its Sharpe ratio is below the default's by {StudyText.Interval(value)}.",
        _ => $"{what} is not shown to have helped out of sample: its Sharpe ratio less the default's is {StudyText.Interval(value)}, an interval that holds 0.",
    };

    private static string Against((double Difference, double Low, double High) value) =>
        $"The plateau less the single best: {StudyText.Interval(value)}{(value.Low > 0 || value.High < 0 ? "." : ", which holds 0 as well.")}";
}
