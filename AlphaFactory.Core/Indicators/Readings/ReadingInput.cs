using AlphaFactory.Core.Prices;

namespace AlphaFactory.Core.Indicators.Readings;

/// <summary>What a reading is made from: the bars, at least one, and the columns of one indicator, all with a value on the last bar.</summary>
public readonly ref struct ReadingInput
{
    private readonly IndicatorTable _table;

    internal ReadingInput(IndicatorSetting setting, BarSeries bars, IndicatorTable table) => (Setting, Bars, _table) = (setting, bars, table);

    /// <summary>The indicator with its parameters.</summary>
    public IndicatorSetting Setting { get; }

    /// <summary>The bars.</summary>
    public BarSeries Bars { get; }

    /// <summary>Levels the indicator declares, rising.</summary>
    public IReadOnlyList<double> Levels => Setting.Indicator.About.Levels;

    /// <summary>The last close.</summary>
    public double Close => Bars.Close[^1];

    /// <summary>The values of one output, one a bar.</summary>
    public ReadOnlySpan<double> this[int output] => _table[output];

    /// <summary>The last value of an output.</summary>
    public double Now(int output) => this[output][^1];

    /// <summary>The name of an output.</summary>
    public string Name(int output) => Setting.Indicator.Outputs[output].Name;

    /// <summary>The last value of an output as written.</summary>
    public string Text(int output) => ReadingText.Value(Now(output), Setting.Indicator.Outputs[output].Unit);

    /// <summary>A level in the unit of an output as written, without decimals it does not have.</summary>
    public string Level(int output, double level) => ReadingText.Level(level, Setting.Indicator.Outputs[output].Unit);

    /// <summary>-1, 0 or 1: an output against its bar before; 0 when that has no value.</summary>
    public int Slope(int output) => this[output].Length > 1 && Now(output) - this[output][^2] is var change && double.IsFinite(change) ? Math.Sign(change) : 0;

    /// <summary>The slope in a word.</summary>
    public string SlopeWord(int output) => Slope(output) switch { > 0 => "rising", < 0 => "falling", _ => "level" };
}
