using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Core.Indicators;

/// <summary>
/// One indicator: a pure function of bars. <c>output[t]</c> depends on bars 0 to t only. One instance serves all threads.
/// A value that is not finite in a column it reads splits the series: that bar has no value, and what follows is computed as
/// a series of its own with a warm-up of its own. So a gap costs exactly the windows that touch it, and no sum is poisoned for ever.
/// </summary>
public interface IIndicator
{
    /// <summary>The columns it writes.</summary>
    IReadOnlyList<IndicatorOutput> Outputs { get; }

    /// <summary>Type of its parameters record.</summary>
    Type ParametersType { get; }

    /// <summary>Columns of the bar it reads when its parameters choose them; null when the attribute says it.</summary>
    PriceFields? InputsOf(IndicatorParameters parameters);

    /// <summary>Columns of other indicators it is computed from, by name; they are computed once for all that ask.</summary>
    IReadOnlyList<string> Sources(IndicatorParameters parameters);

    /// <summary>Numbers of scratch space it needs for so many bars.</summary>
    int ScratchLength(IndicatorParameters parameters, int bars);

    /// <summary>Writes the values from the end of each output's warm-up on. Called only with more bars than the shortest warm-up, all finite.</summary>
    void Compute(in BarColumns bars, IndicatorParameters parameters, in OutputColumns outputs);

    /// <summary>Says in words what the last bar shows. Called only when every output has a value there.</summary>
    Reading Read(in ReadingInput input);
}
