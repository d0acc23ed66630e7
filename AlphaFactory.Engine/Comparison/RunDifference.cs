using System.Globalization;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Comparison;

/// <summary>What differs between two finished runs: the parts of their fingerprints, their settings, their figures and their trades.</summary>
public sealed record RunDifference
{
    // The bars' hash is told as a part of the fingerprint, not as a setting.
    private const string BarsKey = "data_hash";

    private RunDifference()
    {
    }

    /// <summary>True when the fingerprints agree, and with them all that decides a result.</summary>
    public required bool SameFingerprint { get; init; }

    /// <summary>True when both saw the same bars, warm-up included, to the last digit.</summary>
    public required bool SameBars { get; init; }

    /// <summary>True when the same program computed both, false when not, null when the results do not tell.</summary>
    public required bool? SameProgram { get; init; }

    /// <summary>Every setting of either run, in the order of a run file; the first value is that of the first run.</summary>
    public required IReadOnlyList<SettingDifference> Settings { get; init; }

    /// <summary>Every figure of either run, by statistic id.</summary>
    public required IReadOnlyList<FigurePair> Figures { get; init; }

    /// <summary>Trades that are the same from the first on.</summary>
    public required int SameTrades { get; init; }

    /// <summary>True when all trades are the same.</summary>
    public required bool AllTradesSame { get; init; }

    /// <summary>The settings that differ.</summary>
    public IEnumerable<SettingDifference> Changed => Settings.Where(setting => !setting.IsSame);

    /// <summary>The answer in one sentence.</summary>
    public string Sentence
    {
        get
        {
            if (SameFingerprint)
            {
                return "Nothing that decides a result differs: the same program, settings and bars.";
            }

            string[] changed = [.. Changed.Select(setting => setting.Key.Replace('_', ' ').Replace('.', ' '))];
            string settings = changed.Length switch
            {
                0 => "",
                1 => $"in {changed[0]}",
                <= 4 => $"in {string.Join(", ", changed[..^1])} and {changed[^1]}",
                _ => string.Create(CultureInfo.InvariantCulture, $"in {changed.Length} settings"),
            };
            string[] parts = [.. new[] { settings, SameBars ? "" : "in the bars they saw", SameProgram == false ? "in the version of the program" : "" }.Where(part => part.Length > 0)];
            string where = parts.Length == 0 ? "in the version of the program" : string.Join(" and ", parts);
            return $"They differ {where}{(AllTradesSame ? ", and yet made the same trades" : "")}.";
        }
    }

    /// <summary>Compares two results.</summary>
    public static RunDifference Between(BacktestResult first, BacktestResult second)
    {
        bool sameBars = first.DataHash == second.DataHash;
        int same = first.Trades.Zip(second.Trades).TakeWhile(pair => pair.First == pair.Second).Count();
        return new RunDifference
        {
            SameFingerprint = first.Fingerprint == second.Fingerprint,
            SameBars = sameBars,
            SameProgram = SameProgramOf(first, second),
            Settings = [.. SettingDifference.Of([new ComparedRun("first", "", first, 1), new ComparedRun("second", "", second, 1)]).Where(setting => setting.Key != BarsKey)],
            Figures = [.. FiguresOf(first, second)],
            SameTrades = same,
            AllTradesSame = same == first.Trades.Count && same == second.Trades.Count,
        };
    }

    private static IEnumerable<FigurePair> FiguresOf(BacktestResult first, BacktestResult second) =>
        first.Metrics.Keys.Union(second.Metrics.Keys).Select(id => new FigurePair(id, first.Metrics.GetValueOrDefault(id), second.Metrics.GetValueOrDefault(id)));

    /// <summary>The version is inside the fingerprint only: whether it is the running one shows by computing the fingerprint again.</summary>
    private static bool? SameProgramOf(BacktestResult first, BacktestResult second)
    {
        bool one = RunFingerprint.IsOfThisVersion(first), other = RunFingerprint.IsOfThisVersion(second);
        return first.Fingerprint == second.Fingerprint || (one && other) ? true
            : one != other || RunFingerprint.Again(first) == RunFingerprint.Again(second) ? false
            : null;
    }
}

/// <summary>One figure of two runs; null is undefined.</summary>
/// <param name="Id">Statistic id.</param>
/// <param name="First">Value of the first run.</param>
/// <param name="Second">Value of the second run.</param>
public sealed record FigurePair(string Id, double? First, double? Second)
{
    /// <summary>True when the values are not the same to the last bit.</summary>
    public bool Differs => !Nullable.Equals(First, Second);

    /// <summary>Second minus first; null when one is undefined.</summary>
    public double? Change => Second - First;
}
