namespace AlphaFactory.Engine.Runs;

/// <summary>A tag in use.</summary>
/// <param name="Tag">The tag.</param>
/// <param name="Runs">How many runs that are not deleted carry it.</param>
public sealed record RunTagCount(string Tag, int Runs);
