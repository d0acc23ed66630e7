namespace AlphaFactory.Core.Indicators;

/// <summary>Where a chart draws an indicator.</summary>
public enum ChartPlace
{
    /// <summary>In a panel of its own under the prices.</summary>
    Panel,

    /// <summary>Over the prices, on their axis.</summary>
    Overlay,

    /// <summary>As marks on the bars.</summary>
    Marks,

    /// <summary>Not at all: another output shows the same.</summary>
    Nowhere,
}
