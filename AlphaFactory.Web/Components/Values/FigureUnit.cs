namespace AlphaFactory.Web.Components.Values;

/// <summary>What a profit or loss is measured in.</summary>
public enum FigureUnit
{
    /// <summary>A fraction, written as per cent.</summary>
    Percent,

    /// <summary>The quote currency.</summary>
    Money,
}
