using System.Globalization;
using AlphaFactory.Engine.Optimization.CrossValidation;
using AlphaFactory.Engine.Optimization.WalkForward;
using AlphaFactory.Engine.Persistence.Runs;
using AlphaFactory.Engine.Studies;

namespace AlphaFactory.Engine.Persistence.Studies;

/// <summary>The outcome of a cross-validation as it is stored: curves as columns, all else in the document.</summary>
internal static class ValidationDocument
{
    private const string Time = "time", Default = "default", Hold = "hold";

    public static StudyDocument Of(CrossValidationOutcome found)
    {
        var columns = new Dictionary<string, double[]> { [Time] = Array.ConvertAll(found.Default.Times, time => (double)time), [Default] = found.Default.Equity, [Hold] = found.BuyAndHold.Equity };
        foreach (var path in found.Drawn)
        {
            columns[Name(path.Path)] = path.Run.Equity;
        }

        var text = new ValidationText(
            found.Days, found.Splits, found.Chosen, found.Paths, [.. found.Drawn.Select(path => new DrawnText(path.Path, path.Run.Figures))], found.MedianPath, found.PathSpread, found.Default.Figures, found.BuyAndHold.Figures, found.OutOfSample,
            found.Degradation, found.Compared, found.BelowDefault, found.Sets, found.Elapsed.TotalSeconds);
        return new StudyDocument(StoreJson.WriteWhole(text), columns);
    }

    public static CrossValidationOutcome Read(StudyDocument document, CrossValidationStudy study)
    {
        var read = StoreJson.Read<ValidationText>(document.Text);
        long[] times = Array.ConvertAll(document.Columns[Time], time => (long)time);
        return new CrossValidationOutcome
        {
            Definition = study.Validation,
            Days = read.Days,
            Splits = read.Splits,
            Chosen = read.Chosen,
            Paths = read.Paths,
            Drawn = [.. read.Drawn.Select(path => new DrawnPath(path.Path, Run(Name(path.Path), path.Figures)))],
            MedianPath = read.MedianPath,
            PathSpread = read.PathSpread,
            Default = Run(Default, read.Default),
            BuyAndHold = Run(Hold, read.Hold),
            OutOfSample = read.OutOfSample,
            Degradation = read.Degradation,
            Compared = read.Compared,
            BelowDefault = read.BelowDefault,
            Sets = read.Sets,
            Elapsed = TimeSpan.FromSeconds(read.Seconds),
        };

        StitchedRun Run(string name, IReadOnlyDictionary<string, double?> figures) => new(figures, times, document.Columns[name]);
    }

    private static string Name(int path) => string.Create(CultureInfo.InvariantCulture, $"path.{path}");

    private sealed record ValidationText(
        int Days, IReadOnlyList<SplitOutcome> Splits, IReadOnlyList<ChosenSet> Chosen, IReadOnlyList<PathOutcome> Paths, IReadOnlyList<DrawnText> Drawn, int MedianPath, SplitSpread? PathSpread, IReadOnlyDictionary<string, double?> Default,
        IReadOnlyDictionary<string, double?> Hold, SplitSpread? OutOfSample, double? Degradation, int Compared, int BelowDefault, long Sets, double Seconds);

    private sealed record DrawnText(int Path, IReadOnlyDictionary<string, double?> Figures);
}
