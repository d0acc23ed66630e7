using System.Globalization;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Comparison;

/// <summary>What a comparison amounts to, in one sentence.</summary>
/// <param name="Headline">The conclusion, a few words.</param>
/// <param name="Text">The rest of the sentence.</param>
public sealed record ComparisonAnswer(string Headline, string Text)
{
    internal static ComparisonAnswer NoCommonDays { get; } =
        new("Nothing to hold side by side.", "These runs share fewer than two trading days. Choose runs whose periods overlap.");

    internal static ComparisonAnswer Of(IReadOnlyList<ComparedRun> runs, ComparedFigure sharpe)
    {
        if (sharpe.Best is not { } best)
        {
            return sharpe.Cells.Count(cell => cell.Value is not null) < 2
                ? new("Nothing to rank.", "Fewer than two of these runs have a Sharpe ratio.")
                : new("No winner.", "All have the same Sharpe ratio.");
        }

        string lead = string.Create(CultureInfo.InvariantCulture, $"{Letter(best)} has the highest Sharpe ratio, {FigureText.Ratio(sharpe.Cells[best].Value!.Value)}");
        string unreal = runs[best].Result.Spec.Fill == FillConvention.SameClose ? $" {Letter(best)} fills on the bar that made the signal: nobody could have had those prices." : "";
        string flattery = unreal + (runs[best].Tries > 1 ? $" Being the best of {FigureText.Whole(runs[best].Tries)} tries flatters it." : "");
        int[] close = Places(sharpe, Standing.WithinNoise), far = Places(sharpe, Standing.Differs);
        return (close.Length, far.Length) switch
        {
            (0, 0) => new("No winner yet.", $"{lead}, but there are too few days to say how sure that is.{flattery}"),
            (0, _) => new($"{Letter(best)} leads.", $"{lead}, and its lead over {Letters(far)} is more than noise.{flattery}"),
            (_, 0) => new("No winner.", $"{lead}, but {(close.Length == 1 ? $"the difference to {Letters(close)} is" : "the differences to the others are")} within noise.{flattery}"),
            _ => new("No clear winner.", $"{lead}, more than noise above {Letters(far)}, but within noise of {Letters(close)}.{flattery}"),
        };
    }

    /// <summary>The letter a run goes by: A for the first.</summary>
    public static string Letter(int place) => ((char)('A' + place)).ToString();

    private static int[] Places(ComparedFigure figure, Standing standing) =>
        [.. Enumerable.Range(0, figure.Cells.Count).Where(place => figure.Cells[place].Standing == standing)];

    private static string Letters(int[] places) => places.Length == 1 ? Letter(places[0])
        : string.Join(", ", places[..^1].Select(Letter)) + " and " + Letter(places[^1]);
}
