using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Reports;

namespace AlphaFactory.Engine.Studies;

/// <summary>What a study makes large, as people read it.</summary>
/// <param name="text">Id of a statistic, or an expression.</param>
/// <param name="statistics">The statistics there are.</param>
public sealed class ObjectiveWords(string text, StatisticRegistry statistics)
{
    private readonly StatisticAttribute? _statistic = statistics.Find(text);

    /// <summary>Name of the statistic, or the expression itself.</summary>
    public string Name => _statistic?.Name ?? text;

    /// <summary>True when its values are fractions, shown as per cent.</summary>
    public bool IsFraction => _statistic?.Unit == StatisticUnit.Fraction;

    /// <summary>A value; a dash when it is undefined.</summary>
    public string Write(double? value) => IsFraction ? ReportText.Percent(value, 1) : ReportText.Number(value);

    /// <summary>A key of a run file as people read it: <c>stop_pct</c> is "stop %".</summary>
    public static string Spoken(string key)
    {
        string words = key.Replace('_', ' ');
        return words.EndsWith(" pct", StringComparison.Ordinal) ? words[..^4] + " %" : words;
    }
}
