namespace AlphaFactory.Core.Screener;

/// <summary>What came of reading a text: <see cref="ScreenRead"/> or <see cref="ScreenRefused"/>.</summary>
public abstract record ScreenOutcome
{
    private protected ScreenOutcome()
    {
    }
}

/// <summary>The text is a condition.</summary>
/// <param name="Condition">The condition; null when the text is empty and every series is a hit.</param>
public sealed record ScreenRead(ScreenCondition? Condition) : ScreenOutcome;

/// <summary>The text is none.</summary>
/// <param name="Message">What is wrong, where, and what was probably meant.</param>
/// <param name="Place">0-based place of the first character concerned.</param>
public sealed record ScreenRefused(string Message, int Place) : ScreenOutcome;
