namespace AlphaFactory.Core.Indicators.Levels;

/// <summary>How bars are gathered into stretches of time.</summary>
public enum SessionKind
{
    /// <summary>Trading days.</summary>
    Day,

    /// <summary>Weeks from Monday on.</summary>
    Week,

    /// <summary>Calendar months.</summary>
    Month,

    /// <summary>Calendar years.</summary>
    Year,
}
